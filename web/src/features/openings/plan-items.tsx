import type { Plan, PlanRound } from "@backfill/core"
import type { PlanView } from "@backfill/contract"
import { type KeyboardEvent, useRef } from "react"
import { Button, Select } from "../../ui/index.ts"
import { MinutesInput } from "./minutes-input.tsx"
import { addItem, changeRound, moveItem, notAsked, removeItem } from "./plan-moves.ts"

export type PlanItemsProps = {
  plan: Plan
  round: PlanRound
  view: PlanView
  /** Missing where the plan may only be read. */
  onChange?: (plan: Plan) => void
}

/** What a round asks, in order. Items move by their buttons, or by Alt and an arrow while one has the focus. */
export function PlanItems({ plan, round, view, onChange }: PlanItemsProps) {
  const list = useRef<HTMLOListElement>(null)
  const titles = new Map(view.competencies.map(({ id, title }) => [id, title]))
  const move = (at: number, by: 1 | -1) => {
    if (at + by < 0 || at + by >= round.items.length) return
    onChange?.(moveItem(plan, round.id, at, by))
    // The focus goes with what was moved, so that the next press moves it on.
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>("[data-item]")[at + by]?.focus())
  }
  const steer = (event: KeyboardEvent, at: number) => {
    const by = event.altKey && ({ ArrowDown: 1, ArrowUp: -1 } as const)[event.key as "ArrowDown" | "ArrowUp"]
    if (!by) return
    event.preventDefault()
    move(at, by)
  }
  const open = notAsked(plan, view.available)
  return (
    <>
      <ol ref={list} aria-label={`Items of ${round.title}, in order`}>
        {round.items.map((item, at) => (
          <li
            key={`${item.kind}/${item.id}`}
            data-item=""
            tabIndex={onChange ? 0 : undefined}
            aria-label={`${at + 1}: ${item.title}`}
            onKeyDown={(event) => event.target === event.currentTarget && steer(event, at)}
            className="flex flex-wrap items-center gap-x-4 border-b border-rule py-1.5"
          >
            <span className="w-4 text-right text-small text-ink-3">{at + 1}</span>
            <span className="min-w-40 flex-1">
              {item.title}
              <span className="block text-small text-ink-2">
                {item.kind === "exercise" && "exercise, "}
                {item.competencies.map((id) => titles.get(id) ?? id).join(", ")}
              </span>
            </span>
            {onChange ? (
              <>
                <MinutesInput
                  label={item.title}
                  value={item.minutes}
                  min={1}
                  max={480}
                  onChange={(minutes) =>
                    onChange(
                      changeRound(plan, round.id, (each) => ({
                        ...each,
                        items: each.items.map((other, place) =>
                          place === at ? { ...other, minutes } : other,
                        ),
                      })),
                    )
                  }
                />
                <span className="flex gap-1">
                  <Button
                    className="min-w-6 justify-center"
                    aria-label={`Move ${item.title} up`}
                    disabled={at === 0}
                    onClick={() => move(at, -1)}
                  >
                    ↑
                  </Button>
                  <Button
                    className="min-w-6 justify-center"
                    aria-label={`Move ${item.title} down`}
                    disabled={at === round.items.length - 1}
                    onClick={() => move(at, 1)}
                  >
                    ↓
                  </Button>
                  <Button
                    className="min-w-6 justify-center"
                    aria-label={`Take ${item.title} out`}
                    onClick={() => onChange(removeItem(plan, round.id, at))}
                  >
                    ×
                  </Button>
                </span>
              </>
            ) : (
              <span className="text-ink-2">{item.minutes} min</span>
            )}
          </li>
        ))}
      </ol>
      {onChange && open.length > 0 && (
        <div className="mt-2 max-w-md">
          <Select
            aria-label={`Add to ${round.title}`}
            value=""
            placeholder="Add a question or an exercise"
            onChange={(event) => {
              const chosen = open.find((item) => `${item.kind}/${item.id}` === event.target.value)
              if (chosen) onChange(addItem(plan, round.id, chosen))
            }}
            options={open.map((item) => ({
              value: `${item.kind}/${item.id}`,
              label: `${item.title} (${item.kind === "exercise" ? item.type.replaceAll("-", " ") : (titles.get(item.competencies[0] ?? "") ?? item.type)}, ${item.minutes} min)`,
            }))}
          />
        </div>
      )}
    </>
  )
}
