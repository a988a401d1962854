import { LEVELS, type Level } from "@backfill/core"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { ProblemState } from "../../app/index.ts"
import {
  Button,
  Checkbox,
  EmptyState,
  Field,
  FieldError,
  Loading,
  RadioGroup,
  Section,
  Select,
} from "../../ui/index.ts"
import { chosenKit, kitToPractise, useKitTitles } from "../practice/kit-choice.ts"
import { type Asked, questionsQuery } from "../practice/queries.ts"
import { draw } from "./draw.ts"

export type Chosen = { kitId: string; itemIds: string[]; level: Level }

type QuestionChoiceProps = {
  verb: string
  pending: boolean
  failure: string | undefined
  onChoose: (chosen: Chosen) => void
}

const MOST = 8
const DRAWN = 3

/** What to ask and at which level: ticked in a list, or drawn. Only questions that may be practised are here. */
export function QuestionChoice(props: QuestionChoiceProps) {
  const questions = useQuery(questionsQuery)
  if (questions.error) return <ProblemState error={questions.error} retry={() => void questions.refetch()} />
  if (!questions.data) return <Loading label="Loading the questions" />
  if (questions.data.items.length === 0)
    return (
      <EmptyState title="No kit here has questions for practice">
        <p>Questions that a kit marks for practice show up here. Ask whoever looks after this server.</p>
      </EmptyState>
    )
  return <Choice {...props} questions={questions.data.items} />
}

function Choice({
  questions,
  verb,
  pending,
  failure,
  onChoose,
}: QuestionChoiceProps & { questions: Asked[] }) {
  const titles = useKitTitles()
  const kits = [...new Set(questions.map(({ kitId }) => kitId))]
  const [kitId, setKit] = useState(() => kitToPractise(kits, chosenKit()))
  const [level, setLevel] = useState<Level>("mid")
  const [itemIds, setIds] = useState<string[]>([])
  const offered = questions.filter((question) => question.kitId === kitId)
  const minutes = offered
    .filter(({ id }) => itemIds.includes(id))
    .reduce((sum, question) => sum + question.minutes, 0)
  const toggle = (id: string) =>
    setIds(itemIds.includes(id) ? itemIds.filter((other) => other !== id) : [...itemIds, id])
  const groups = Map.groupBy(offered, ({ competency }) => competency)
  const full = itemIds.length >= MOST
  const why = itemIds.length === 0 ? "Choose at least one question" : undefined
  return (
    <form
      className="grid gap-10"
      onSubmit={(event) => {
        event.preventDefault()
        if (!why) onChoose({ kitId, itemIds, level })
      }}
    >
      <div className="flex flex-wrap items-end gap-x-12 gap-y-5">
        <RadioGroup
          inline
          legend="Their level: what the console expects of an answer"
          value={level}
          onChange={setLevel}
          options={LEVELS.map((each) => ({ value: each, label: each }))}
        />
        {kits.length > 1 && (
          <Field label="Kit">
            <Select
              value={kitId}
              options={kits.map((id) => ({ value: id, label: titles.get(id) ?? id }))}
              onChange={(event) => {
                setKit(event.target.value)
                setIds([])
              }}
            />
          </Field>
        )}
      </div>
      <Section
        title="Questions"
        note={`up to ${MOST}, asked in the order you tick them`}
        aside={
          <Button onClick={() => setIds(draw(offered, DRAWN, Math.random).map(({ id }) => id))}>
            Draw {Math.min(DRAWN, offered.length)} for me
          </Button>
        }
      >
        <div className="gap-x-12 lg:columns-2">
          {[...groups].map(([competency, rows]) => (
            <fieldset key={competency} className="mb-6 break-inside-avoid">
              <legend className="mb-1 text-small text-ink-2">{competency}</legend>
              {rows.map((row) => {
                const place = itemIds.indexOf(row.id)
                return (
                  <Checkbox
                    key={row.id}
                    checked={place >= 0}
                    disabled={full && place < 0}
                    onChange={() => toggle(row.id)}
                    label={
                      <span className={full && place < 0 ? "text-ink-3" : undefined}>
                        {row.title}
                        <span className="text-ink-2">, {row.minutes} min</span>
                        {place >= 0 && (
                          <span className="font-semibold text-accent"> · number {place + 1}</span>
                        )}
                      </span>
                    }
                  />
                )
              })}
            </fieldset>
          ))}
        </div>
      </Section>
      <div className="sticky bottom-0 flex min-h-16 flex-wrap items-center justify-between gap-x-6 gap-y-2 bg-paper py-3">
        <p role="status" className="text-ink-2">
          {itemIds.length === 0
            ? "Nothing chosen yet."
            : `${itemIds.length} ${itemIds.length === 1 ? "question" : "questions"}, about ${minutes} min.`}
        </p>
        <Button type="submit" variant="primary" pending={pending} why={why}>
          {verb}
        </Button>
      </div>
      {failure && <FieldError>{failure}</FieldError>}
    </form>
  )
}
