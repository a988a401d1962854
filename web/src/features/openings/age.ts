/**
 * How long something has been waiting: `just now`, `5 min`, `7 h`, `3 days`, `5 weeks`. Whole units, rounded down, so that nothing
 * looks later than it is; a time in the future counts as just begun. `now` in milliseconds.
 */
export function ageInWords(since: string, now: number): string {
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / 60_000))
  if (minutes < 1) return "just now"
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return `${hours} h`
  const days = Math.floor(hours / 24)
  return days < 28 ? `${days} days` : `${Math.floor(days / 7)} weeks`
}
