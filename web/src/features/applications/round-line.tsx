import { addressOf, api, type Application } from "@backfill/contract"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { useAccount } from "../../app/index.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Link, Time } from "../../ui/index.ts"
import { ReasonDialog } from "../../ui/reason-dialog.tsx"
import { can } from "./commands.ts"
import { MoveDialog, type Round } from "./move-dialog.tsx"

const states: Record<Round["state"], string> = {
  planned: "planned",
  running: "under way",
  done: "held",
  cancelled: "called off",
}

/** One round of a gate: when, with whom, whose card is in. */
export function RoundLine({ application, round }: { application: Application; round: Round }) {
  const own = useAccount().id
  const [moving, setMoving] = useState(false)
  const [waived, setWaived] = useState<{ id: string; name: string }>()
  const waive = useAct((body: { raterId: string; reason: string }, key) =>
    client.applications.waiveCard({ params: { interviewId: round.id }, body, key }),
  )
  const mine = round.raters.some((rater) => rater.person.id === own)
  const movable = round.kind === "interview" && round.state === "planned" && can(application, "schedule")
  return (
    <li className="grid gap-1 border-b border-rule py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <span className={round.state === "cancelled" ? "text-ink-3 line-through" : "font-semibold"}>
          {round.title}
        </span>
        <span className="text-small text-ink-2">
          {round.kind === "screen" ? "résumé screen" : states[round.state]}, {round.minutes} min
        </span>
      </div>
      {round.startsAt && (
        <p className="text-ink-2">
          <Time at={round.startsAt} />
          {round.where && `, ${round.where}`}
        </p>
      )}
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {round.raters.map(({ person, submitted, waived: why }) => (
          <li key={person.id} className="flex flex-wrap items-baseline gap-x-2">
            <CardMark done={submitted} waived={why !== null} />
            {person.name}
            <span className="text-small text-ink-2">
              {submitted ? "card in" : why ? `no card: ${why}` : "card awaited"}
            </span>
            {!submitted && why === null && can(application, "waiveCard") && (
              <Button className="min-h-6! text-small" onClick={() => setWaived(person)}>
                Go on without
              </Button>
            )}
          </li>
        ))}
      </ul>
      {round.state !== "cancelled" && (mine || movable) && (
        <div className="flex flex-wrap gap-x-6 gap-y-1">
          {mine && <OwnWork round={round} />}
          {round.startsAt && (
            <Link href={addressOf(api.interviews.calendar, { interviewId: round.id })} download>
              Calendar file
            </Link>
          )}
          {movable && (
            <Button className="min-h-6!" onClick={() => setMoving(true)}>
              Move or call off
            </Button>
          )}
        </div>
      )}
      {moving && <MoveDialog application={application} round={round} onClose={() => setMoving(false)} />}
      <ReasonDialog
        open={waived !== undefined}
        onOpenChange={() => setWaived(undefined)}
        title={`Go on without ${waived?.name ?? ""}’s card?`}
        description="The card can’t come later, and the debrief shows that it is missing."
        ask="Why won’t it come?"
        act="Go on without it"
        pending={waive.pending}
        failure={waive.failure}
        onGive={(reason) => waive.run({ raterId: waived?.id ?? "", reason })}
      />
    </li>
  )
}

function OwnWork({ round }: { round: Round }) {
  if (round.kind === "screen") return <Link to={`/screens/${round.id}`}>Read and score</Link>
  return (
    <>
      <Link to={`/interviews/${round.id}`}>Open the console</Link>
      <Link to={`/interviews/${round.id}/scorecard`}>Your scorecard</Link>
    </>
  )
}

function CardMark({ done, waived }: { done: boolean; waived: boolean }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 12 12" className="size-3 translate-y-0.5 fill-none stroke-[1.5]">
      {done ? (
        <path d="m2 6.5 3 3L10 3" className="stroke-ink" />
      ) : waived ? (
        <path d="M2 6h8" className="stroke-ink-2" />
      ) : (
        <circle cx="6" cy="6" r="4" className="stroke-edge" />
      )}
    </svg>
  )
}
