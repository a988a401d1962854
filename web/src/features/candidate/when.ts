import type { CandidatePage } from "@backfill/contract"
import type { Temporal } from "temporal-polyfill"
import { readInstant, relativeWords, zoneCity } from "../../ui/time-words.ts"

type Step = CandidatePage["steps"][number]

/** Day and month in a zone, with the year where it isn't this one: `28 October`, `4 June 2027`. */
export function dateWords(at: Temporal.Instant, now: Temporal.Instant, zone: string): string {
  const there = at.toZonedDateTimeISO(zone)
  const year = there.year === now.toZonedDateTimeISO(zone).year ? undefined : "numeric"
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year, timeZone: zone }).format(
    at.epochMilliseconds,
  )
}

/** Minutes as people say them: `35 minutes`, `1 hour`, `2 hours 30 minutes`; up to 90 they stay minutes, but 60. */
export function durationWords(minutes: number): string {
  if (minutes <= 90 && minutes !== 60) return counted(minutes, "minute")
  const hours = counted(Math.floor(minutes / 60), "hour")
  return minutes % 60 === 0 ? hours : `${hours} ${counted(minutes % 60, "minute")}`
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`

/** How long an exercise is for this person: its minutes by their factor, rounded up; null means no limit. */
export function allowedWords(minutes: number, factor: number | null): string {
  return factor === null ? "No time limit" : durationWords(Math.ceil(minutes * factor))
}

/** A granted time factor in words; undefined where time is as usual. Null means no limit. */
export function factorWords(factor: number | null): string | undefined {
  if (factor === null) return "No time limit on exercises"
  if (factor <= 1) return undefined
  return factor === 2 ? "Twice the time" : `${Math.round((factor - 1) * 100)} % more time`
}

/** The time of day in another zone, where its clock reads differently at that moment: `13:30 in Amsterdam`. */
export function otherZoneWords(at: Temporal.Instant, own: string, other: string): string | undefined {
  const there = zoned(at, other)
  const here = at.toZonedDateTimeISO(own)
  if (!there || there.offsetNanoseconds === here.offsetNanoseconds) return undefined
  const day = there.toPlainDate().equals(here.toPlainDate())
    ? ""
    : `${there.toPlainDate().toLocaleString("en-GB", { weekday: "long" })} `
  return `${day}${String(there.hour).padStart(2, "0")}:${String(there.minute).padStart(2, "0")} in ${zoneCity(other)}`
}

function zoned(at: Temporal.Instant, zone: string): Temporal.ZonedDateTime | undefined {
  try {
    return at.toZonedDateTimeISO(zone)
  } catch {
    return undefined
  }
}

/** What stands at the right of a step: when it was, how far off it is, from when it may be. `startsAt`: of the next appointment. */
export function stepWhen(step: Step, startsAt: string | null, now: Temporal.Instant, zone: string): string {
  if (step.state === "not-reached") return "not reached"
  const at = readInstant((step.state === "current" ? startsAt : null) ?? step.at ?? "")
  if (!at) return step.state === "current" ? "now" : ""
  if (step.state === "done") return dateWords(at, now, zone)
  if (step.state === "ahead") return `from ${dateWords(at, now, zone)}`
  const ahead = at.epochMilliseconds > now.epochMilliseconds
  return ahead ? relativeWords(at, now, zone) : `since ${dateWords(at, now, zone)}`
}
