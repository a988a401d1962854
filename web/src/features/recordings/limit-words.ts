/** The last stretch, in seconds, in which the time left is shown large. */
export const LAST_SECONDS = 30

/** A length as people say it: “2 minutes”, “1 minute 30”, “45 seconds”. */
export function lengthInWords(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60]
  const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`
  if (minutes === 0) return counted(rest, "second")
  return rest === 0 ? counted(minutes, "minute") : `${counted(minutes, "minute")} ${counted(rest, "second")}`
}

/** What a screen reader hears of the time while it records: seldom, and never a countdown by the second. */
export function spokenLeft(leftSeconds: number, limitSeconds: number): string {
  if (leftSeconds <= 0) return "That’s the time. Your recording is kept."
  if (leftSeconds <= 10) return "Ten seconds left. Finish your sentence."
  if (leftSeconds <= LAST_SECONDS && limitSeconds > 2 * LAST_SECONDS) return "Half a minute left."
  if (leftSeconds <= limitSeconds / 2) return "Half of the time is left."
  return ""
}

/** What is shown beside the time left, in the same calm. */
export function limitNote(leftSeconds: number): string {
  if (leftSeconds <= 10) return "finish your sentence"
  if (leftSeconds <= LAST_SECONDS) return "time to come to your point"
  return "left"
}
