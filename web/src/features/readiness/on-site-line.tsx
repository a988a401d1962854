import { useQuery } from "@tanstack/react-query"
import { Temporal } from "temporal-polyfill"
import { useNow, useZone } from "../../ui/index.ts"
import { onSiteQuery } from "./queries.ts"

/** How far the on-site is, for the foot of the rail; nothing without a date, or once it is past. */
export function OnSiteLine() {
  const onSite = useQuery(onSiteQuery).data?.onSite
  const today = useNow().toZonedDateTimeISO(useZone()).toPlainDate()
  if (!onSite) return null
  const day = Temporal.PlainDate.from(onSite)
  const days = today.until(day).days
  if (days < 0) return null
  const far = days === 0 ? "On-site today" : days === 1 ? "On-site tomorrow" : `On-site in ${days} days`
  return (
    <p className="text-small text-ink-2">
      {far},
      <br />
      {day.toLocaleString("en-GB", { weekday: "long", day: "numeric", month: "long" })}
    </p>
  )
}
