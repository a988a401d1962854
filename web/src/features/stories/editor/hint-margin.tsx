import type { Finding } from "@backfill/coach"
import { useLayoutEffect, useRef, useState } from "react"
import { HintCard } from "./hint-card.tsx"
import { type Placed, placeHints } from "./place-hints.ts"
import type { Place } from "./use-places.ts"

export type HintMarginProps = {
  hints: readonly Finding[]
  places: readonly Place[]
  awake: string | undefined
  onWake: (id: string) => void
  onGo: (hint: Finding) => void
  onSetAside: (hint: Finding) => void
}

const GAP = 20
/** From the top of a card to the middle of its first line. */
const FIRST_LINE = 10
const GUTTER = 64

/** The right margin: each hint beside its sentence, tied to it by a thin line. */
export function HintMargin({ hints, places, awake, onWake, onGo, onSetAside }: HintMarginProps) {
  const cards = useRef(new Map<string, HTMLLIElement>())
  const [placed, setPlaced] = useState<Placed[]>([])
  const [depth, setDepth] = useState(0)
  const wantedOf = (id: string) => places.find((place) => place.id === id)?.first ?? FIRST_LINE

  useLayoutEffect(() => {
    const measured = hints.map(({ id }) => ({
      id,
      wanted: wantedOf(id) - FIRST_LINE,
      height: cards.current.get(id)?.offsetHeight ?? 0,
    }))
    const next = placeHints(measured, awake, GAP)
    if (JSON.stringify(next) !== JSON.stringify(placed)) setPlaced(next)
    const last = next.at(-1)
    setDepth(last ? last.top + (measured.find(({ id }) => id === last.id)?.height ?? 0) : 0)
  })

  const topOf = (id: string) => placed.find((entry) => entry.id === id)?.top ?? wantedOf(id) - FIRST_LINE
  const inOrder = hints.toSorted((a, b) => a.start - b.start)
  return (
    <div className="relative" style={{ minHeight: depth }}>
      <svg
        aria-hidden="true"
        className="pointer-events-none absolute top-0 -left-16 h-full w-16 overflow-visible fill-none"
      >
        {inOrder.map(({ id }) => {
          const [from, to] = [wantedOf(id), topOf(id) + FIRST_LINE]
          return (
            <path
              key={id}
              d={`M10 ${from} H${GUTTER / 2} V${to} H${GUTTER - 10}`}
              className={id === awake ? "stroke-accent stroke-2" : "stroke-rule"}
            />
          )
        })}
      </svg>
      <ol aria-label="Questions about this draft">
        {inOrder.map((hint) => (
          <li
            key={hint.id}
            ref={(card) => {
              if (card) cards.current.set(hint.id, card)
              else cards.current.delete(hint.id)
            }}
            className="absolute right-0 left-0 transition-[top]"
            style={{ top: topOf(hint.id) }}
          >
            <HintCard
              hint={hint}
              awake={hint.id === awake}
              onWake={() => onWake(hint.id)}
              onGo={() => onGo(hint)}
              onSetAside={() => onSetAside(hint)}
            />
          </li>
        ))}
      </ol>
    </div>
  )
}
