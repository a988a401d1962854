import type { ReadinessItem } from "@backfill/contract"
import { useState } from "react"
import { useAct } from "../../app/use-act.ts"
import { Checkbox, FieldError, Link } from "../../ui/index.ts"
import { useChangeItem } from "./queries.ts"

/** An item to tick, with the exercise or reading behind it. */
export function ItemRow({ item }: { item: ReadinessItem }) {
  const change = useAct(useChangeItem())
  // What was pressed shows at once; refused, it goes back to what is kept.
  const [pressed, setPressed] = useState<boolean>()
  const ticked = pressed ?? item.done
  const tick = async () => {
    if (change.pending) return
    setPressed(!item.done)
    await change.run({ item, change: { done: !item.done } })
    setPressed(undefined)
  }
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Checkbox
          className="min-w-0 flex-1 basis-64"
          label={item.text}
          help={item.detail ?? undefined}
          checked={ticked}
          onChange={() => void tick()}
        />
        {item.exercise && (
          <span className="ml-7 shrink-0 text-small">
            <Link to="/readiness/$exerciseId" params={{ exerciseId: item.exercise.id }}>
              {item.exercise.title}
            </Link>{" "}
            <span className="text-ink-2">{item.exercise.minutes} min</span>
          </span>
        )}
      </div>
      {change.failure && <FieldError>{change.failure}</FieldError>}
    </>
  )
}
