import type { Console } from "@backfill/contract"
import { Temporal } from "temporal-polyfill"
import { clockFigures, RoundClock, useZone } from "../../ui/index.ts"

type RoundTimeProps = {
  plan: Pick<Console, "minutes">
  started: boolean
  startedAt: number | undefined
  ended: boolean
  second: number
}

/** The clock of the round: down to its adjusted length, or up where there is no limit. Before the start, its length. */
export function RoundTime({ plan, started, startedAt, ended, second }: RoundTimeProps) {
  const { minutes } = plan
  const zone = useZone()
  if (!started || ended || minutes === null)
    return (
      <div className="flex items-center gap-3">
        <span role="timer" aria-label={started ? "Time used" : "Length"} className="text-[1.75rem]/9">
          {started ? clockFigures(second) : minutes === null ? "0:00" : `${minutes} min`}
        </span>
        <span className="grid text-small text-ink-2">
          <span>{ended ? "used, ended" : started ? "so far" : "not started"}</span>
          {minutes === null && <span>no time limit</span>}
        </span>
      </div>
    )
  return (
    <RoundClock
      secondsLeft={minutes * 60 - second}
      totalSeconds={minutes * 60}
      endsAt={endOf(startedAt, minutes, zone)}
    />
  )
}

function endOf(startedAt: number | undefined, minutes: number, zone: string): string | undefined {
  if (startedAt === undefined) return undefined
  const end = Temporal.Instant.fromEpochMilliseconds(startedAt + minutes * 60_000).toZonedDateTimeISO(zone)
  return end.toPlainTime().toString({ smallestUnit: "minute" })
}
