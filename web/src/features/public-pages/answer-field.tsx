import {
  Button,
  Checkbox,
  Field,
  FieldError,
  RadioGroup,
  Select,
  TextArea,
  TextInput,
} from "../../ui/index.ts"
import type { FormField } from "./apply-body.ts"

type AnswerFieldProps = {
  field: FormField
  answer: string | string[] | undefined
  onChange: (answer: string | string[]) => void
  error?: string
}

const yesNo = [
  { id: "yes", label: "Yes" },
  { id: "no", label: "No" },
]

/** One question of the form, by its type. */
export function AnswerField({ field, answer, onChange, error }: AnswerFieldProps) {
  const { label, help, required } = field
  const one = typeof answer === "string" ? answer : ""
  const many = Array.isArray(answer) ? answer : []
  const options = field.type === "yes-no" ? yesNo : (field.options ?? [])
  const choices = options.map(({ id, label }) => ({ value: id, label }))
  const frame = { label, help, error, optional: !required }
  switch (field.type) {
    case "multiple-choice":
      return (
        <fieldset aria-describedby={error ? `${field.id}-error` : undefined}>
          <legend className="mb-1.5 text-ink-2">
            {label}
            {!required && <span className="text-ink-3">, optional</span>}
          </legend>
          {help && <p className="mb-2 text-small text-ink-2">{help}</p>}
          {options.map(({ id, label }) => (
            <Checkbox
              key={id}
              label={label}
              checked={many.includes(id)}
              onChange={(event) =>
                onChange(
                  options
                    .map((option) => option.id)
                    .filter((other) => (other === id ? event.target.checked : many.includes(other))),
                )
              }
              className="border-b border-rule last:border-b-0"
            />
          ))}
          {error && <FieldError id={`${field.id}-error`}>{error}</FieldError>}
        </fieldset>
      )
    case "yes-no":
    case "single-choice":
      if (choices.length > 6)
        return (
          <Field {...frame}>
            <Select
              placeholder="Choose"
              options={choices}
              value={one}
              onChange={(event) => onChange(event.target.value)}
            />
          </Field>
        )
      return (
        <div className="grid justify-items-stretch gap-1">
          <RadioGroup
            legend={
              <>
                {label}
                {!required && <span className="text-ink-3">, optional</span>}
              </>
            }
            options={choices}
            value={one === "" ? undefined : one}
            onChange={onChange}
            help={help}
            error={error}
            inline={field.type === "yes-no"}
          />
          {!required && one !== "" && (
            <Button className="justify-self-start text-small" onClick={() => onChange("")}>
              Take this answer back
            </Button>
          )}
        </div>
      )
    case "long-text":
      return (
        <Field {...frame}>
          <TextArea rows={5} value={one} onChange={(event) => onChange(event.target.value)} />
        </Field>
      )
    default:
      return (
        <Field {...frame}>
          <TextInput
            inputMode={field.type === "number" ? "decimal" : undefined}
            className={field.type === "number" ? "max-w-32" : undefined}
            value={one}
            onChange={(event) => onChange(event.target.value)}
          />
        </Field>
      )
  }
}
