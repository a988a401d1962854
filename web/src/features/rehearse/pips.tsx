import { cx } from "../../ui/index.ts"
import { QUESTIONS_WANTED } from "./tellings.ts"

/** So many of three, as filled dots, with the number beside. */
export function Pips({ told }: { told: number }) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <span aria-hidden="true" className="flex gap-1">
        {Array.from({ length: QUESTIONS_WANTED }, (_, at) => (
          <span
            key={at}
            className={cx(
              "size-2.5 rounded-full border",
              at < told ? "border-accent bg-accent" : "border-edge",
            )}
          />
        ))}
      </span>
      <span className="tabular-nums">
        {told} of {QUESTIONS_WANTED}
      </span>
    </span>
  )
}
