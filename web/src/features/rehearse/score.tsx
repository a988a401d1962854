import type { Notes } from "./use-notes.ts"
import { HeardRows } from "./heard-rows.tsx"
import { RibbonRow } from "./ribbon-row.tsx"
import { Row } from "./row.tsx"
import type { Heard } from "./speech/index.ts"
import { TimeAxis } from "./time-axis.tsx"
import { TopRow } from "./top-row.tsx"
import type { Player } from "./use-player.ts"
import type { TranscriptReading } from "./use-transcript-reading.ts"

type ScoreProps = {
  /** Undefined while, or where, the sound can’t be read. */
  heard: Heard | undefined
  notes: Notes
  reading: TranscriptReading
  durationMs: number
  aimMs: number
  player: Player
}

/** Everything about the time of a recording, one under the other on one axis, like the parts of a score. */
export function Score({ heard, notes, reading, durationMs, aimMs, player }: ScoreProps) {
  if (durationMs === 0) return null
  const heardParts = notes.parts.length > 0
  return (
    <div className="grid gap-1.5">
      <TopRow marks={notes.marks} hints={reading.hints} durationMs={durationMs} />
      <HeardRows heard={heard} durationMs={durationMs} aimMs={aimMs} player={player} />
      {heardParts && (
        <Row label="You heard">
          <RibbonRow label="The parts as you heard them" parts={notes.parts} durationMs={durationMs} />
        </Row>
      )}
      {reading.parts.length > 0 && (
        <Row label={heardParts ? "The words" : "Parts"} note="estimated">
          <RibbonRow
            label="The parts as the words tell them, their places estimated"
            parts={reading.parts}
            durationMs={durationMs}
          />
        </Row>
      )}
      <TimeAxis durationMs={durationMs} aimMs={aimMs} />
    </div>
  )
}
