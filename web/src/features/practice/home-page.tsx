import type { PracticeAttempt } from "@backfill/contract"
import { LEVELS } from "@backfill/core"
import { useQuery } from "@tanstack/react-query"
import { client } from "../../app/client.ts"
import { ProblemState } from "../../app/index.ts"
import {
  Button,
  EmptyState,
  FieldError,
  Link,
  Loading,
  PageHeader,
  RadioGroup,
  Section,
} from "../../ui/index.ts"
import { AttemptList } from "./attempt-list.tsx"
import { useLevelChoice } from "./level-choice.ts"
import { nextStep } from "./next-question.ts"
import { type Asked, QuestionList } from "./question-list.tsx"
import { useStart } from "./use-start.ts"

/** Practice: the next thing in one line, then everything one can try, then what one tried. */
export function HomePage() {
  const questions = useQuery({
    queryKey: ["practice", "questions"],
    queryFn: ({ signal }) => client.practice.questions({ signal }),
  })
  const attempts = useQuery({
    queryKey: ["practice", "attempts"],
    queryFn: ({ signal }) => client.practice.attempts({ signal }),
  })
  const failed = [questions, attempts].find((query) => query.error)
  if (failed)
    return (
      <>
        <PageHeader title="Practise" />
        <ProblemState error={failed.error} retry={() => void failed.refetch()} />
      </>
    )
  if (!questions.data || !attempts.data)
    return (
      <>
        <PageHeader title="Practise" />
        <Loading label="Loading your practice" />
      </>
    )
  return <Practice questions={questions.data.items} attempts={attempts.data.items} />
}

function Practice({ questions, attempts }: { questions: Asked[]; attempts: PracticeAttempt[] }) {
  const [level, setLevel] = useLevelChoice()
  const start = useStart()
  const begin = (question: Asked) => void start.run({ kitId: question.kitId, itemId: question.id, level })
  const next = nextStep(questions, attempts)
  if (!next)
    return (
      <>
        <PageHeader title="Nothing to practise on yet" />
        <EmptyState title="No kit here has questions for practice">
          <p>
            Questions marked for practice in a kit show up here. Ask whoever looks after this server to add
            one.
          </p>
        </EmptyState>
      </>
    )
  return (
    <>
      <PageHeader
        over="What to do next"
        title={next.kind === "go-on" ? `Go on with “${next.attempt.title}”` : next.question.title}
        under={next.kind === "go-on" ? "Your text is as you left it." : about(next.question)}
        actions={
          next.kind === "go-on" ? (
            <Link
              to="/practice/$attemptId"
              params={{ attemptId: next.attempt.id }}
              className="inline-flex min-h-(--control) items-center rounded-control bg-fill px-4 font-semibold text-on-fill! no-underline! hover:bg-fill-over"
            >
              Open it
            </Link>
          ) : (
            <Button variant="primary" pending={start.pending} onClick={() => begin(next.question)}>
              Start on it
            </Button>
          )
        }
      />
      {start.failure && <FieldError>{start.failure}</FieldError>}
      <div className="grid gap-12">
        <Section
          title="Questions"
          note={`${questions.length} to practise on, ${questions.filter((each) => each.times === 0).length} not tried yet`}
          aside={
            <RadioGroup
              inline
              legend={<span className="sr-only">Your level</span>}
              value={level}
              onChange={setLevel}
              options={LEVELS.map((each) => ({ value: each, label: each }))}
            />
          }
        >
          <QuestionList questions={questions} pending={start.pending} onStart={begin} />
          <p className="mt-3 text-ink-2">
            <Link to="/kits">Read the kits they come from</Link>: what each level looks like, and how answers
            are judged.
          </p>
        </Section>
        <Section title="Your tries" note="only you can see them">
          <AttemptList attempts={attempts} />
          <p className="mt-3 text-ink-2">
            <Link to="/your-practice">Take all of your practice with you, or delete it</Link>
          </p>
        </Section>
      </div>
    </>
  )
}

function about(question: Asked): string {
  const tried = question.times === 0 ? "not tried yet" : `tried ${question.times} times`
  return `${question.competency}, ${question.minutes} min, ${tried}.`
}
