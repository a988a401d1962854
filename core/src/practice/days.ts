const DAY_MS = 86_400_000

/** Days since 1970 of a date as `2026-11-21`. Not a number for what is no date. */
export const dayNumber = (date: string): number =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) / DAY_MS : Number.NaN

/** The date, as `2026-11-21`, of a number of days since 1970. */
export const dateOfDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** The date so many days later; earlier where negative. */
export const addDays = (date: string, days: number): string => dateOfDay(dayNumber(date) + days)

/** The Monday of the week that a date lies in. */
export const mondayOf = (date: string): string => {
  // Day 0 was a Thursday, the fourth day of its week.
  const day = dayNumber(date)
  return dateOfDay(day - ((day + 3) % 7))
}
