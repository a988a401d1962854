import { Temporal } from "temporal-polyfill"
import { zoneCity } from "../../ui/index.ts"

/**
 * The instant a date (`2026-03-29`) and a time of day (`14:30`) mean in a zone; undefined while either is incomplete.
 * A time that the clocks skip in spring is read an hour later, one they repeat in autumn as the first of the two.
 */
export function instantAt(date: string, time: string, zone: string): string | undefined {
  try {
    return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).toInstant().toString()
  } catch {
    return undefined
  }
}

/** The date and time of day an instant has in a zone, as the inputs hold them. */
export function inputsAt(instant: string, zone: string): { date: string; time: string } {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
  return {
    date: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: "minute" }),
  }
}

/** “Thursday 19 November, 14:30 (Bucharest)”. */
export function saidIn(instant: string, zone: string): string {
  const { time } = inputsAt(instant, zone)
  const day = new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: zone,
  })
  return `${day.format(Temporal.Instant.from(instant).epochMilliseconds).replaceAll(",", "")}, ${time} (${zoneCity(zone)})`
}
