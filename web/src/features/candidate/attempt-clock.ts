/** Seconds until a deadline by the server's clock; below zero once it has passed. All arguments in epoch ms, `skew` server minus device. */
export function secondsLeft(deadline: number, now: number, skew: number): number {
  return (deadline - (now + skew)) / 1000
}

/** How far the server's clock is ahead of this device's, in ms. `receivedAt`: when `serverNow` arrived here. */
export function skewOf(serverNow: string, receivedAt: number): number {
  return Date.parse(serverNow) - receivedAt
}

/** Seconds left at which the clock turns: five minutes, but one where the whole is short. */
export function turnsAt(totalSeconds: number): number {
  return totalSeconds > 900 ? 300 : 60
}

/** What a screen reader is told about the time, changing only where it matters; empty while there is plenty. */
export function spokenTime(left: number, totalSeconds: number): string {
  if (left <= 0) return "Time is up."
  if (left <= 60) return "One minute left."
  if (left <= 300 && totalSeconds > 900) return "Five minutes left."
  if (left <= 600 && totalSeconds > 2400) return "Ten minutes left."
  return ""
}

/** Words typed, as people count them. */
export function wordCount(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}
