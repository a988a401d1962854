import type { ConsoleItem } from "@backfill/contract"
import { clockFigures } from "../../../ui/index.ts"
import { CueLine } from "./cue-line.tsx"
import { type Cue, storyMinute } from "./cues.ts"
import { MustNots } from "./must-nots.tsx"
import { PhaseLine } from "./phase-line.tsx"
import { phasesOf } from "./phases.ts"

type Marked = ReadonlyMap<number, number> | undefined
type ClockStripProps = {
  item: ConsoleItem
  /** Seconds spent at this exercise so far. */
  spent: number
  told: Marked
  cued: Marked
  cues: ReadonlyArray<Cue>
  shown: Cue | undefined
  onPick: (index: number) => void
  /** Marks the one shown, or takes it back. */
  onCue: () => void
  neverOpen: boolean
  onNever: () => void
}

/** Where the exercise stands, under the round's clock: what to bring in when, the timed frame, and what is never said. */
export function ClockStrip({ item, spent, told, cued, cues, shown, ...act }: ClockStripProps) {
  const { part, minutes } = item
  const story = part?.kind === "drill" ? storyMinute(part.drill, told, cued) : undefined
  return (
    <section
      aria-label="Where the exercise stands"
      className="sticky top-0 z-10 grid grid-cols-[minmax(0,1fr)] gap-y-1 border-b border-rule bg-paper px-5 py-2 sm:px-6 lg:static"
    >
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1.5">
        <p className="text-small whitespace-nowrap text-ink-2">
          <span className="mr-2 font-mono text-ui text-ink">{clockFigures(spent)}</span>
          of {Math.round(minutes)} min
          {story !== undefined && <span>, story at minute {story}</span>}
        </p>
        {part?.kind === "design" && <PhaseLine phases={phasesOf(part.design, minutes)} second={spent} />}
        {cues.length > 0 && (
          <CueLine
            cues={cues}
            shown={shown}
            cued={cued}
            second={story === undefined ? spent : story * 60}
            onPick={act.onPick}
            onCue={act.onCue}
          />
        )}
      </div>
      {part?.kind === "simulation" && (
        <MustNots lines={part.simulation.mustNots} open={act.neverOpen} onToggle={act.onNever} />
      )}
    </section>
  )
}

/** Whether an exercise has anything to say beside the clock. */
export const hasStrip = ({ part }: ConsoleItem): boolean =>
  part?.kind === "simulation" || part?.kind === "design" || part?.kind === "drill"
