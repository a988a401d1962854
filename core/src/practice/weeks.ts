import { dateOfDay, dayNumber, mondayOf } from "./days.ts"

/** A week by its Monday, and how often something happened in it. */
export interface WeekCount {
  monday: string
  count: number
}

/**
 * How many of the `dates` fall in each of the last `weeks` weeks, the one of `today` last. Weeks begin on Monday; weeks
 * with nothing are there with 0, and what lies outside them is left out. Dates are calendar dates where the person is.
 */
export function countByWeek(dates: readonly string[], today: string, weeks: number): WeekCount[] {
  const last = dayNumber(mondayOf(today))
  const counts = new Map<string, number>()
  for (const date of dates) {
    const monday = mondayOf(date)
    counts.set(monday, (counts.get(monday) ?? 0) + 1)
  }
  return Array.from({ length: weeks }, (_, at) => {
    const monday = dateOfDay(last - 7 * (weeks - 1 - at))
    return { monday, count: counts.get(monday) ?? 0 }
  })
}
