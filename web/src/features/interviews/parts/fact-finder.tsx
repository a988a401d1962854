import { type KeyboardEvent, type RefObject, useState } from "react"
import { Kbd } from "../../../ui/index.ts"
import { FactRow } from "./fact-row.tsx"
import { type Fact, findFacts, wordsOf } from "./facts.ts"

type FactFinderProps = {
  title: string
  facts: ReadonlyArray<Fact>
  /** When each was told, by its index. */
  told: ReadonlyMap<number, number> | undefined
  beside?: boolean
  field: RefObject<HTMLInputElement | null>
  onTell: (index: number) => void
  /** Back to the notes. */
  onLeave: () => void
}

/**
 * Facts to be told when they are asked for. A few letters leave the ones that answer, laid open; Enter marks the first as
 * told and goes back to the notes.
 */
export function FactFinder({ title, facts, told, beside = false, field, onTell, onLeave }: FactFinderProps) {
  const [query, setQuery] = useState("")
  const [step, setStep] = useState(0)
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const words = wordsOf(query)
  const searching = words.length > 0
  const found = findFacts(facts, query)
  const active = searching ? found[Math.min(step, found.length - 1)] : undefined
  const ask = (text: string) => {
    setQuery(text)
    setStep(0)
  }
  const leave = () => {
    ask("")
    onLeave()
  }
  const press = (event: KeyboardEvent) => {
    const chord = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey
    if (chord || event.nativeEvent.isComposing) return
    if (event.key === "ArrowDown") setStep(Math.min(step + 1, found.length - 1))
    else if (event.key === "ArrowUp") setStep(Math.max(0, step - 1))
    else if (event.key === "Escape") leave()
    else if (event.key === "Enter") {
      if (active && !told?.has(active.index)) onTell(active.index)
      if (active) leave()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const toggle = (index: number) => {
    const next = new Set(open)
    if (!next.delete(index)) next.add(index)
    setOpen(next)
  }
  const all = open.size === facts.length
  return (
    <section aria-label={title} className="mt-6">
      <h3 className="flex flex-wrap items-baseline gap-x-4 pb-1.5 text-small text-ink-2">
        {title}
        {told !== undefined && told.size > 0 && (
          <span className="text-ink-3">
            {told.size} of {facts.length} told
          </span>
        )}
        <button
          type="button"
          onClick={() => setOpen(all ? new Set() : new Set(facts.map(({ index }) => index)))}
          className="word ml-auto cursor-pointer"
        >
          {all ? "Close all" : "Open all"}
        </button>
      </h3>
      <div role="search" className="relative scroll-mt-32">
        <input
          ref={field}
          type="text"
          aria-label={`Find in: ${title}`}
          autoComplete="off"
          spellCheck={false}
          placeholder="What are they asking about?"
          value={query}
          onChange={(event) => ask(event.target.value)}
          onKeyDown={press}
          className="typed-into pr-24"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center pointer-coarse:hidden"
        >
          <Kbd keys={searching ? "enter" : "mod+f"} />
        </span>
      </div>
      <ul className="mt-1">
        {found.map((fact) => (
          <FactRow
            key={fact.index}
            fact={fact}
            beside={beside}
            open={searching || open.has(fact.index)}
            active={fact === active}
            told={told?.get(fact.index)}
            words={words}
            onToggle={() => toggle(fact.index)}
            onTell={() => onTell(fact.index)}
          />
        ))}
      </ul>
      <p role="status" className={found.length > 0 ? "sr-only" : "py-2 text-ink-2"}>
        {searching && (active ? `${found.length} found. ${active.name}: ${active.text}` : nothing)}
      </p>
    </section>
  )
}

const nothing = "No fact on this. Say that you’d have to look, and note the question."
