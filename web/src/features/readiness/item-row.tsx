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
      <div>
        <Checkbox
          label={item.text}
          help={item.detail ?? undefined}
          checked={ticked}
          onChange={() => void tick()}
        />
        {item.exercise && (
          <p className="-mt-1 mb-1.5 ml-7 text-small">
            <Link to="/readiness/$exerciseId" params={{ exerciseId: item.exercise.id }}>
              {item.exercise.title}
            </Link>{" "}
            <span className="text-ink-2">{item.exercise.minutes} min</span>
          </p>
        )}
      </div>
      {change.failure && <FieldError>{change.failure}</FieldError>}
    </>
  )
}
