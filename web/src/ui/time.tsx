import { absoluteWords, readInstant, relativeWords, zoneCity } from "./time-words.ts"
import { useNow } from "./use-now.ts"
import { useZone } from "./zone.ts"

export type TimeProps = {
  /** ISO 8601 with an offset or Z. */
  at: string
  /** The reader's zone, an IANA name; the account's, or this machine's, unless told. */
  zone?: string
  /** `both`: "in 20 min, 14:30 your time (Berlin)". `relative` keeps the rest in the title; `absolute` leaves out how far. */
  form?: "both" | "relative" | "absolute"
  /** Fixes the present, for pictures and tests. */
  now?: string
}

/** A time as people say it, with the zone it is meant in. Stays current while the page is open. */
export function Time({ at, zone: told, form = "both", now }: TimeProps) {
  const own = useZone()
  const zone = told ?? own
  const ticking = useNow()
  const instant = readInstant(at)
  if (!instant) return <span>{at}</span>
  const present = (now && readInstant(now)) || ticking
  const relative = relativeWords(instant, present, zone)
  const absolute = `${absoluteWords(instant, present, zone)} your time (${zoneCity(zone)})`
  const words = { both: `${relative}, ${absolute}`, relative, absolute }[form]
  return (
    <time dateTime={at} title={form === "relative" ? absolute : undefined}>
      {words}
    </time>
  )
}
