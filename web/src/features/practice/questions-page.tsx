import { drawQuestion, LEVELS, themeName } from "@backfill/core"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { ProblemState, useKeys } from "../../app/index.ts"
import { Button, FieldError, Link, Loading, PageHeader, RadioGroup, Section } from "../../ui/index.ts"
import { useKitChoice } from "./kit-choice.ts"
import { useLevelChoice } from "./level-choice.ts"
import { NoQuestions } from "./no-questions.tsx"
import { type Asked, questionsQuery } from "./queries.ts"
import { FilterFields } from "./filter-fields.tsx"
import { filterQuestions, type QuestionFilter, questionsOf } from "./question-filter.ts"
import { QuestionList } from "./question-list.tsx"
import { useStart } from "./use-start.ts"

/** The drawer: narrow it, draw a question by what is least rehearsed, or take one from the list. */
export function QuestionsPage() {
  const questions = useQuery(questionsQuery)
  if (questions.data && questions.data.items.length > 0) return <Drawer all={questions.data.items} />
  if (questions.data) return <NoQuestions />
  return (
    <>
      <PageHeader title="Questions" />
      {questions.error ? (
        <ProblemState error={questions.error} retry={() => void questions.refetch()} />
      ) : (
        <Loading label="Loading the questions" />
      )}
    </>
  )
}

function Drawer({ all }: { all: Asked[] }) {
  const kitIds = [...new Set(all.map(({ kitId }) => kitId))]
  const [kitId, setKitId] = useKitChoice(kitIds)
  const questions = questionsOf(all, kitId)
  const [level, setLevel] = useLevelChoice()
  const [filter, setFilter] = useState<QuestionFilter>({ theme: "", competency: "" })
  const [drawn, setDrawn] = useState<Asked>()
  const start = useStart()
  const fitting = filterQuestions(questions, filter, level)
  const shown = drawn && fitting.find((one) => one.id === drawn.id && one.kitId === drawn.kitId)
  const begin = (one: Asked) => void start.run({ kitId: one.kitId, itemId: one.id, level })
  const draw = () => {
    // Drawing again means another one, where there is another.
    const others = fitting.filter((one) => one !== shown)
    setDrawn(drawQuestion(others.length > 0 ? others : fitting, Math.random()))
  }
  useKeys({
    d: { label: "Draw a question", run: draw },
    s: { label: "Start on the one drawn", run: () => (shown ? begin(shown) : false) },
  })
  const fresh = fitting.filter((one) => one.times === 0).length
  return (
    <>
      <PageHeader
        over="Questions"
        title={
          fresh === 0 ? "You have met every question here" : `${fresh} of ${fitting.length} still to meet`
        }
        under={`At ${level} level. A draw prefers what you have rehearsed least; an answer is followed by probes, as in the room.`}
      />
      <div className="grid gap-12">
        <div className="grid items-start gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]">
          <div className="grid gap-4">
            <RadioGroup
              inline
              legend="Your level"
              value={level}
              onChange={setLevel}
              options={LEVELS.map((each) => ({ value: each, label: each }))}
            />
            <FilterFields
              kitIds={kitIds}
              kitId={kitId}
              onKit={(next) => {
                setKitId(next)
                setFilter({ theme: "", competency: "" })
              }}
              questions={questions}
              filter={filter}
              onChange={setFilter}
            />
          </div>
          <div aria-live="polite" className="grid content-start gap-4 border-t border-rule-strong pt-4">
            {shown ? (
              <Drawn question={shown} pending={start.pending} onStart={() => begin(shown)} onAgain={draw} />
            ) : (
              <>
                <p className="lead text-ink-2">Not choosing is part of it: a panel doesn’t let you.</p>
                <div>
                  <Button variant="primary" keys="d" onClick={draw}>
                    Draw a question
                  </Button>
                </div>
              </>
            )}
            {start.failure && <FieldError>{start.failure}</FieldError>}
          </div>
        </div>
        <Section title="All that fit" note={`${fitting.length} of ${questions.length}`}>
          <QuestionList questions={fitting} pending={start.pending} onStart={begin} />
          <p className="mt-3 text-ink-2">
            <Link to="/kits">Read the kits they come from</Link>: what each level looks like, and how answers
            are judged.
          </p>
        </Section>
      </div>
    </>
  )
}

type DrawnProps = { question: Asked; pending: boolean; onStart: () => void; onAgain: () => void }

function Drawn({ question, pending, onStart, onAgain }: DrawnProps) {
  const about = [question.theme ? themeName(question.theme) : question.competency, `${question.minutes} min`]
  const tries = question.times === 0 ? "new to you at this level" : `tried ${timesWords(question.times)}`
  return (
    <>
      <p className="text-small text-ink-2">{[...about, tries].join(" · ")}</p>
      <p className="lead max-w-[46rem]">{question.question}</p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <Button
          variant="primary"
          keys="s"
          pending={pending}
          aria-label={`Start on ${question.title}`}
          onClick={onStart}
        >
          Start on it
        </Button>
        <Button keys="d" onClick={onAgain}>
          Draw another
        </Button>
        <Link to="/rehearse/tell" search={{ kit: question.kitId, item: question.id }}>
          Answer aloud
        </Link>
      </div>
    </>
  )
}

const timesWords = (times: number) => (times === 1 ? "once" : times === 2 ? "twice" : `${times} times`)
