import type { Application } from "@backfill/contract"

const running: ReadonlyArray<Application["status"]> = ["submitted", "in-stage", "offer"]

/** The stages in order with where the application stands: done, now, to come. */
export function StageLine({ application }: { application: Application }) {
  const going = running.includes(application.status)
  return (
    <ol aria-label="Stages" className="mb-8 flex flex-wrap gap-x-6 gap-y-1">
      {application.stages.map((stage, at) => {
        const done = at < application.stageIndex || application.status === "offered"
        const here = at === application.stageIndex && !done
        const word = done ? "done" : here ? (going ? "now" : "ended here") : "to come"
        return (
          <li
            key={`${at}-${stage.title}`}
            aria-current={here ? "step" : undefined}
            className={`flex items-center gap-2 ${here ? "font-semibold" : done ? "text-ink-2" : "text-ink-3"}`}
          >
            <svg aria-hidden="true" viewBox="0 0 14 14" className="size-3.5 fill-none stroke-[1.5]">
              {done && <path d="m2 7.5 3.5 3.5L12 3.5" className="stroke-ink-2" />}
              {here && going && <circle cx="7" cy="7" r="5" className="fill-accent" />}
              {here && !going && <path d="M2 7h10" className="stroke-ink stroke-2" />}
              {!done && !here && <circle cx="7" cy="7" r="4" className="stroke-edge" />}
            </svg>
            {stage.title}
            <span className="sr-only">, {word}</span>
          </li>
        )
      })}
    </ol>
  )
}
