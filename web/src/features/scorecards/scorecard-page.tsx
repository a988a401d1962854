import type { Console, Scorecard } from "@backfill/contract"
import { useParams } from "@tanstack/react-router"
import { useMemo, useState } from "react"
import { ProblemState } from "../../app/index.ts"
import { Button, EmptyState, Link, Loading, PageHeader } from "../../ui/index.ts"
import type { ConsoleSession, Snapshot } from "../interviews/console-session.ts"
import { useConsole, useSnapshot } from "../interviews/use-console.ts"
import { CardForm } from "./card-form.tsx"
import { handInOf } from "./hand-in.ts"
import { judgedOf, offersOf } from "./judged.ts"
import { SubmittedCard } from "./submitted-card.tsx"
import { useCard, useCardQuery } from "./use-card.ts"
import { useHandIns } from "./use-hand-ins.ts"

/** One's card of an interview. It opens the console too, so that lines still kept on this device reach the server first. */
export function ScorecardPage() {
  const { interviewId = "" }: { interviewId?: string } = useParams({ strict: false })
  const session = useConsole(interviewId)
  return session ? <WithConsole session={session} interviewId={interviewId} /> : <Waiting />
}

function WithConsole({ session, interviewId }: { session: ConsoleSession; interviewId: string }) {
  const snapshot = useSnapshot(session)
  const card = useCardQuery(interviewId)
  if (card.error) return <ProblemState page error={card.error} retry={() => void card.refetch()} />
  if (snapshot.failure !== undefined && !snapshot.console)
    return <ProblemState page error={snapshot.failure} retry={() => void session.refresh()} />
  if (!card.data || !snapshot.console) return <Waiting />
  return <Card key={interviewId} card={card.data} plan={snapshot.console} snapshot={snapshot} />
}

function Waiting() {
  return (
    <>
      <PageHeader title="Scorecard" />
      <Loading label="Loading your scorecard" />
    </>
  )
}

function Card({ card, plan, snapshot }: { card: Scorecard; plan: Console; snapshot: Snapshot }) {
  const items = useMemo(() => plan.items.map((item) => judgedOf(item, plan.level)), [plan])
  const ids = useMemo(() => plan.items.map(({ id }) => id), [plan])
  const work = useCard(card, ids)
  const [amending, setAmending] = useState(false)
  const exercises = plan.items.some(({ kind }) => kind === "exercise")
  const handIns = useHandIns(plan.applicationId, exercises)
  const handInFor = (itemId: string) => handInOf(handIns.data?.items ?? [], itemId)
  const offersFor = (itemId: string) => {
    const item = plan.items.find(({ id }) => id === itemId)
    return item ? offersOf(item, snapshot.notes, snapshot.state) : []
  }
  const over = (
    <>
      {plan.interview.title}, {plan.openingTitle}, {plan.level}.{" "}
      <Link to="/interviews/$interviewId" params={{ interviewId: plan.interview.id }}>
        Notes in the console
      </Link>
    </>
  )
  return (
    <>
      <PageHeader
        title={`Scorecard for ${plan.candidate}`}
        over={over}
        under={stateWords(card, snapshot, amending)}
      />
      {items.length === 0 ? (
        <EmptyState title="This round has nothing to score">
          Its questions were taken out of the plan. Ask whoever runs the opening.
        </EmptyState>
      ) : card.state === "submitted" && !amending ? (
        <SubmittedCard card={card} items={items} onAmend={() => setAmending(true)} />
      ) : (
        <>
          {handIns.error && (
            <p className="mb-6 flex flex-wrap items-baseline gap-x-4 text-ink-2">
              What they handed in can’t be shown just now; your notes can be cited all the same.
              <Button onClick={() => void handIns.refetch()}>Try again</Button>
            </p>
          )}
          <CardForm
            work={work}
            items={items}
            offersFor={offersFor}
            handInFor={handInFor}
            onLeave={() => setAmending(false)}
          />
        </>
      )}
    </>
  )
}

function stateWords(card: Scorecard, snapshot: Snapshot, amending: boolean): string {
  const waiting = snapshot.waitingLines
  if (waiting > 0)
    return `${waiting} ${waiting === 1 ? "line of your notes is" : "lines of your notes are"} still on this device only; submit once they are sent.`
  if (amending) return "You are amending a submitted card. What it said stays with it."
  if (card.state === "submitted") return "Submitted. It only changes by an amendment that keeps what it said."
  return "A draft nobody else can see. It is saved as you go."
}
