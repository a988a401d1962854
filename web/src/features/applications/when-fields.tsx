import { Field, TextInput, useNow, useZone } from "../../ui/index.ts"
import { TimeZoneSelect } from "../../ui/time-zone-select.tsx"
import { instantAt, saidIn } from "./when.ts"

export type When = { date: string; time: string; zone: string; where: string }

export type WhenFieldsProps = {
  when: When
  onChange: (when: When) => void
  /** The candidate's zone, where it may be known. */
  theirs?: string
  /** Whether faults are shown yet. */
  tried: boolean
}

/** Date, time, zone and place of a round, read back in every zone that matters before it is sent. */
export function WhenFields({ when, onChange, theirs, tried }: WhenFieldsProps) {
  const now = useNow().epochMilliseconds
  const own = useZone()
  const set = (part: Partial<When>) => onChange({ ...when, ...part })
  const instant = instantAt(when.date, when.time, when.zone)
  const zones = [...new Set([when.zone, ...(theirs ? [theirs] : []), own])]
  return (
    <>
      <div className="grid grid-cols-2 gap-4">
        <Field label="Date" error={tried && when.date === "" ? "Choose a day." : undefined}>
          <TextInput type="date" value={when.date} onChange={(event) => set({ date: event.target.value })} />
        </Field>
        <Field label="Time" error={tried && when.time === "" ? "Choose a time." : undefined}>
          <TextInput type="time" value={when.time} onChange={(event) => set({ time: event.target.value })} />
        </Field>
      </div>
      <Field label="In the time zone of">
        <TimeZoneSelect value={when.zone} onChange={(event) => set({ zone: event.target.value })} />
      </Field>
      {instant && (
        <dl role="status" className="border-y border-rule">
          {zones.map((zone) => (
            <div key={zone} className="grid grid-cols-[6rem_1fr] gap-4 py-1.5">
              <dt className="text-ink-2">{nameOf(zone, own, theirs)}</dt>
              <dd>{saidIn(instant, zone)}</dd>
            </div>
          ))}
          {Date.parse(instant) < now && (
            <p className="py-1.5 text-small text-warn">
              That is in the past. Choose it only to record a round already held.
            </p>
          )}
        </dl>
      )}
      <Field label="Where" optional help="A link to the call, or a room. The candidate sees it.">
        <TextInput
          maxLength={500}
          value={when.where}
          onChange={(event) => set({ where: event.target.value })}
        />
      </Field>
    </>
  )
}

function nameOf(zone: string, own: string, theirs: string | undefined): string {
  if (zone === theirs) return zone === own ? "For you both" : "For them"
  return zone === own ? "For you" : "There"
}
