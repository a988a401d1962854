import type { ReactNode } from "react"
import { cx } from "./cx.ts"

export type StepState = "done" | "now" | "next" | "stopped" | "missed"
export type TimelineStep = { id: string; label: ReactNode; when?: ReactNode; state: StepState }

const spoken: Record<StepState, string> = {
  done: "done",
  now: "you are here",
  next: "still to come",
  stopped: "ended here",
  missed: "not reached",
}

/** The steps of a process, top to bottom, with where things stand. State is shape, weight and word, never colour alone. */
export function Timeline({ label, steps }: { label: string; steps: ReadonlyArray<TimelineStep> }) {
  return (
    <ol aria-label={label}>
      {steps.map((step, at) => (
        <li
          key={step.id}
          aria-current={step.state === "now" ? "step" : undefined}
          className="relative flex gap-4 pb-4 last:pb-0"
        >
          {at < steps.length - 1 && (
            <span
              aria-hidden="true"
              className={cx(
                "absolute top-5.5 -bottom-0.5 left-1.75 w-px",
                step.state === "done" ? "bg-ink-2" : "bg-rule",
              )}
            />
          )}
          <StepMark state={step.state} />
          <span className={cx("flex-1", stepText[step.state])}>
            {step.label}
            <span className="sr-only">, {spoken[step.state]}</span>
          </span>
          <span
            className={cx(
              "text-right text-small",
              step.state === "now" ? "font-semibold text-accent" : "text-ink-2",
            )}
          >
            {step.when}
          </span>
        </li>
      ))}
    </ol>
  )
}

const stepText: Record<StepState, string> = {
  done: "text-ink-2",
  now: "font-semibold",
  next: "text-ink-2",
  stopped: "font-semibold",
  missed: "text-ink-3",
}

function StepMark({ state }: { state: StepState }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 20" className="h-5 w-4 shrink-0 fill-none stroke-[1.5]">
      {state === "done" && <path d="m3 10.5 3.5 3.5L13 6.5" className="stroke-ink" />}
      {state === "now" && <circle cx="8" cy="10" r="5.5" className="fill-accent stroke-none" />}
      {state === "next" && <circle cx="8" cy="10" r="4.5" className="stroke-edge" />}
      {state === "missed" && <circle cx="8" cy="10" r="1.5" className="fill-edge stroke-none" />}
      {state === "stopped" && <path d="M3 10h10" className="stroke-ink stroke-2" />}
    </svg>
  )
}
