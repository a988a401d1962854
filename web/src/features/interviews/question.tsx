import type { ConsoleItem } from "@backfill/contract"
import type { ReactNode } from "react"
import { Markdown } from "../../ui/index.ts"
import { hasStrip } from "./parts/clock-strip.tsx"
import { Fold } from "./parts/fold.tsx"
import { Probes } from "./probes.tsx"
import type { RoundState } from "./round-state.ts"
import { Signs } from "./signs.tsx"

type QuestionProps = {
  item: ConsoleItem
  /** "Question 3 of 4". */
  place: string
  level: string
  state: RoundState
  /** Whether all that is expected is laid open, not only its sentence. */
  open: boolean
  onProbe: (index: number) => void
  onSign: (index: number) => void
  /** At the end of the first line: what can be said about the question itself. */
  aside?: ReactNode
  /** What an exercise's type brings for its panel. */
  part?: ReactNode
}

/** What is asked now, to be read out; what is expected at the level, what to probe, what to listen for. */
export function Question({ item, place, level, state, open, onProbe, onSign, aside, part }: QuestionProps) {
  const names = item.competencies.map((competency) => competency.title.toLowerCase()).join(", ")
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 text-small text-ink-2">
        <p>
          {place}
          {names && `, ${names}`}
          {state.skipped.has(item.id) && <span className="font-medium text-ink"> · skipped</span>}
        </p>
        {aside}
      </div>
      {item.kind === "question" ? (
        <h2 className="lead mt-2 max-w-[26em]">{item.wording}</h2>
      ) : (
        <>
          <h2 className="lead mt-2">{item.title}</h2>
          {hasStrip(item) ? (
            <div className="mt-4 border-b border-rule">
              <Fold title="The brief, as the candidate has it" open={!state.started}>
                <Markdown text={item.wording} />
              </Fold>
            </div>
          ) : (
            <div className="mt-4">
              <Markdown text={item.wording} />
            </div>
          )}
        </>
      )}
      {item.expectation && (
        <p className="read mt-4 max-w-measure text-ink-2">
          <span className="text-ink-3">At {level}: </span>
          {item.expectation.expected}
        </p>
      )}
      {open && <Expectations item={item} />}
      {part}
      <Probes probes={item.probes} asked={state.probes.get(item.id)} onAsk={onProbe} />
      <Signs
        positive={item.positive}
        negative={item.negative}
        ticked={state.ticks.get(item.id) ?? none}
        onToggle={onSign}
      />
    </>
  )
}

const none: ReadonlySet<number> = new Set()

function Expectations({ item }: { item: ConsoleItem }) {
  return (
    <section aria-label="Expectations" className="mt-4 grid gap-3 border-l border-edge pl-4">
      {item.expectation?.why && <p className="read text-[1rem]/6.5 text-ink-2">{item.expectation.why}</p>}
      <ol className="grid gap-1.5">
        {item.anchors.map((text, at) => (
          <li key={at} className="grid grid-cols-[20px_1fr]">
            <span className="font-mono text-small/6 text-ink-3">{at + 1}</span>
            <span className="read text-[1rem]/6">{text}</span>
          </li>
        ))}
      </ol>
      {item.guide && <Markdown text={item.guide} look="ui" />}
    </section>
  )
}
