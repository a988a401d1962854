import type { PracticeAttempt, ReadinessItem } from "@backfill/contract"
import type { NextStep } from "@backfill/core"
import { Button, Link, PageHeader } from "../../ui/index.ts"
import { ButtonLink } from "../../ui/button-link.tsx"
import type { Telling } from "../rehearse/tellings.ts"
import { tellUnder, tellTitle } from "./next-words.ts"
import type { Asked } from "./queries.ts"

export type Next = NextStep<Asked, PracticeAttempt, ReadinessItem, Telling>

/** The one thing to do next, with the button that does it. */
export function NextHeader({
  next,
  pending,
  onStart,
  onWrite,
}: {
  next: Next
  pending: boolean
  onStart: (question: Asked) => void
  onWrite: () => void
}) {
  const over = "What to do next"
  switch (next.kind) {
    case "go-on":
      return (
        <PageHeader
          over={over}
          title={`Go on with “${next.attempt.title}”`}
          under="Your text is as you left it."
          actions={
            <ButtonLink to="/practice/$attemptId" params={{ attemptId: next.attempt.id }}>
              Open it
            </ButtonLink>
          }
        />
      )
    case "on-site-today":
      return (
        <PageHeader
          over={over}
          title={next.item?.text ?? "Go and talk to them"}
          under="Today is the day. You have done the work."
        />
      )
    case "todays-list":
      return <PageHeader over={over} title={next.item.text} under="From the list for today, below." />
    case "technical":
      return <TechnicalHeader item={next.item} />
    case "question":
      return (
        <PageHeader
          over={over}
          title={next.question.title}
          under={about(next.question)}
          actions={
            <Button variant="primary" pending={pending} onClick={() => onStart(next.question)}>
              Start on it
            </Button>
          }
        />
      )
    case "tell":
      return (
        <PageHeader
          over={over}
          title={tellTitle(next.telling)}
          under={tellUnder(next.telling, next.why)}
          actions={
            <ButtonLink
              to="/rehearse/tell"
              search={{
                story: next.telling.story.id,
                kit: next.telling.next?.kitId,
                item: next.telling.next?.id,
              }}
            >
              Tell it
            </ButtonLink>
          }
        />
      )
    case "write-story":
      return (
        <PageHeader
          over={over}
          title={next.stories === 0 ? "Write your first story" : "Write another story"}
          under={
            next.stories === 0
              ? "Most of a behavioural round is six to eight things that happened to you, told well. Begin with a night something broke."
              : `You have ${next.stories} of the six that carry a round.`
          }
          actions={
            <>
              {next.stories === 0 && <Link to="/stories/learn">Read a worked one first</Link>}
              <Button variant="primary" pending={pending} onClick={onWrite}>
                {next.stories === 0 ? "Begin writing" : "Begin the next one"}
              </Button>
            </>
          }
        />
      )
    case "nothing":
      return <PageHeader over={over} title="Nothing is waiting" under="Look through your lists, or rest." />
  }
}

function TechnicalHeader({ item }: { item: ReadinessItem }) {
  return (
    <PageHeader
      over="What to do next"
      title={item.exercise?.title ?? item.text}
      under={`${item.text}. About ${item.exercise?.minutes ?? 10} minutes.`}
      actions={
        <ButtonLink to="/readiness/$exerciseId" params={{ exerciseId: item.exercise?.id ?? "" }}>
          Open it
        </ButtonLink>
      }
    />
  )
}

function about(question: Asked): string {
  const tried =
    question.times === 0
      ? "not tried yet"
      : `tried ${question.times === 1 ? "once" : `${question.times} times`}`
  return `${question.competency}, ${question.minutes} min, ${tried}.`
}
