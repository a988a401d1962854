import { Temporal } from "temporal-polyfill"

/** The place a zone is named after: `Europe/Berlin` is Berlin. */
export function zoneCity(zone: string): string {
  const last = zone.split("/").at(-1) ?? zone
  return last.replaceAll("_", " ")
}

const steps = [
  { upTo: 45, unit: 1, word: "s" },
  { upTo: 45 * 60, unit: 60, word: "min" },
  { upTo: 22 * 3600, unit: 3600, word: "h" },
]

/**
 * How far a time is from now: `now`, `in 20 min`, `3 h ago`, `tomorrow`, `in 3 days`, `2 weeks ago`.
 * From 22 hours on, days are counted by the calendar of `zone`, as people do.
 */
export function relativeWords(at: Temporal.Instant, now: Temporal.Instant, zone: string): string {
  const seconds = Math.round((at.epochMilliseconds - now.epochMilliseconds) / 1000)
  const away = Math.abs(seconds)
  const place = (words: string) => (seconds > 0 ? `in ${words}` : `${words} ago`)
  if (away < 10) return "now"
  const step = steps.find((candidate) => away < candidate.upTo)
  if (step) return place(`${Math.max(1, Math.round(away / step.unit))} ${step.word}`)
  const [day, today] = [dayOf(at, zone), dayOf(now, zone)]
  const days = today.until(day, { largestUnit: "days" }).days
  if (days === 0) return place(`${Math.round(away / 3600)} h`)
  if (days === 1) return "tomorrow"
  if (days === -1) return "yesterday"
  const count = Math.abs(days)
  if (count < 14) return place(`${count} days`)
  if (count < 60) return place(`${Math.round(count / 7)} weeks`)
  if (count < 700) return place(`${Math.round(count / 30.44)} months`)
  return place(`${Math.round(count / 365.25)} years`)
}

function dayOf(at: Temporal.Instant, zone: string): Temporal.PlainDate {
  return at.toZonedDateTimeISO(zone).toPlainDate()
}

/** Date and time of day in a zone: the time alone today, with weekday and date on other days, with the year in other years. */
export function absoluteWords(
  at: Temporal.Instant,
  now: Temporal.Instant,
  zone: string,
  locale = "en-GB",
): string {
  const there = at.toZonedDateTimeISO(zone)
  const here = now.toZonedDateTimeISO(zone)
  const time = `${String(there.hour).padStart(2, "0")}:${String(there.minute).padStart(2, "0")}`
  if (there.toPlainDate().equals(here.toPlainDate())) return time
  const year = there.year === here.year ? undefined : "numeric"
  const date = new Intl.DateTimeFormat(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year,
    timeZone: zone,
  })
  return `${date.format(at.epochMilliseconds).replaceAll(",", "")}, ${time}`
}

/** A stored time (ISO 8601 with an offset or Z), or undefined where it isn't one. */
export function readInstant(iso: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(iso)
  } catch {
    return undefined
  }
}
