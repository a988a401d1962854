import type { Rehearsal } from "@backfill/contract"
import { countWords } from "@backfill/coach"
import { clockFigures, DefinitionRows, Section, Table } from "../../ui/index.ts"
import { minutesAndSeconds } from "../stories/editor/words.ts"
import { pausesFinding, percent, secondsWords } from "./heard-words.ts"
import { type Heard, LONG_PAUSE_MS, measures, pausesOf } from "./speech/index.ts"

type CountedProps = {
  heard: Heard
  transcript: Rehearsal["transcript"]
  takes: readonly Rehearsal[]
  current: string
}

/** What can be counted in the recording, in words; none of it is a grade. */
export function Counted({ heard, transcript, takes, current }: CountedProps) {
  const words = transcript ? countWords(transcript.text) : 0
  const all = measures(heard, words > 0 ? { words } : undefined)
  const at = takes.findIndex(({ recording }) => recording.id === current)
  const before = takes[at - 1]?.recording.durationMs
  return (
    <Section title={pausesFinding(all)} note="what can be counted, and no grade" rule="hair">
      <DefinitionRows
        rows={[
          {
            term: "From first word to last",
            detail: all.spanMs === 0 ? "no speech heard" : minutesAndSeconds(all.spanMs / 1000),
          },
          ...(all.speechShare === null
            ? []
            : [
                {
                  term: "Of that, speech",
                  detail: `${percent(all.speechShare)}, the rest pauses of ¼ s or more`,
                },
              ]),
          ...(all.wordsPerMinute === null
            ? []
            : [{ term: "Words", detail: `${words}, about ${Math.round(all.wordsPerMinute)} a minute` }]),
          ...(before
            ? [{ term: "Your take before", detail: `${minutesAndSeconds(before / 1000)} in all` }]
            : []),
        ]}
      />
      {heard.noisy && (
        <p className="mt-3 max-w-measure text-small text-ink-2">
          The room is nearly as loud as the voice, so pauses may be missed or invented.
        </p>
      )}
      {heard.by === "energy" && !heard.noisy && (
        <p className="mt-3 max-w-measure text-small text-ink-2">
          Told apart by loudness alone: a knock or a chair counts as speech.
        </p>
      )}
      <PauseTable heard={heard} />
    </Section>
  )
}

function PauseTable({ heard }: { heard: Heard }) {
  const long = pausesOf(heard.stretches, LONG_PAUSE_MS)
  if (long.length === 0) return null
  return (
    <details className="mt-3">
      <summary className="cursor-pointer text-small text-ink-2">
        Pauses of a second or more as a table
      </summary>
      <div className="mt-2 max-w-sm">
        <Table<readonly [number, number]>
          caption="Pauses of a second or more"
          rows={long}
          rowKey={([from]) => String(from)}
          columns={[
            { id: "at", head: "At", names: true, cell: ([from]) => clockFigures(from / 1000) },
            { id: "length", head: "Length", figure: true, cell: ([from, to]) => secondsWords(to - from) },
          ]}
        />
      </div>
    </details>
  )
}
