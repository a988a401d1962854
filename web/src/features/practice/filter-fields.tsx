import { themeName } from "@backfill/core"
import { Field, Select } from "../../ui/index.ts"
import { ALL_KITS, useKitTitles } from "./kit-choice.ts"
import type { Asked } from "./queries.ts"
import { choicesOf, type QuestionFilter } from "./question-filter.ts"

export type FilterFieldsProps = {
  /** The kits that have questions, and the one practised with. */
  kitIds: readonly string[]
  kitId: string
  onKit: (kitId: string) => void
  questions: readonly Asked[]
  filter: QuestionFilter
  onChange: (filter: QuestionFilter) => void
}

/** Narrows the drawer to a kit, a theme, a competency. */
export function FilterFields({ kitIds, kitId, onKit, questions, filter, onChange }: FilterFieldsProps) {
  const titles = useKitTitles()
  const { themes, competencies } = choicesOf(questions, filter)
  return (
    <>
      {kitIds.length > 1 && (
        <Field label="Kit">
          <Select
            value={kitId}
            options={[
              ...kitIds.map((id) => ({ value: id, label: titles.get(id) ?? id })),
              { value: ALL_KITS, label: "All kits" },
            ]}
            onChange={(event) => onKit(event.target.value)}
          />
        </Field>
      )}
      <Field label="Theme">
        <Select
          required={false}
          placeholder="Any theme, and questions without one"
          value={filter.theme}
          options={themes.map((slug) => ({ value: slug, label: themeName(slug) }))}
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
