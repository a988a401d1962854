import { Field, Select } from "../../ui/index.ts"
import type { Asked } from "./queries.ts"
import { choicesOf, type QuestionFilter, themeWords } from "./question-filter.ts"

export type FilterFieldsProps = {
  questions: readonly Asked[]
  filter: QuestionFilter
  onChange: (filter: QuestionFilter) => void
}

/** Narrows the drawer to a theme, a competency, or both. */
export function FilterFields({ questions, filter, onChange }: FilterFieldsProps) {
  const { themes, competencies } = choicesOf(questions, filter)
  return (
    <>
      <Field label="Theme">
        <Select
          required={false}
          placeholder="Any theme, and questions without one"
          value={filter.theme}
          options={themes.map((slug) => ({ value: slug, label: themeWords(slug) }))}
          onChange={(event) => onChange({ ...filter, theme: event.target.value })}
        />
      </Field>
      <Field label="Competency">
        <Select
          required={false}
          placeholder="Any competency"
          value={filter.competency}
          options={competencies.map((title) => ({ value: title, label: title }))}
          onChange={(event) => onChange({ ...filter, competency: event.target.value })}
        />
      </Field>
    </>
  )
}
