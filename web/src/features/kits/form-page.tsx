import type { FormField } from "@backfill/core"
import { Markdown } from "../../ui/index.ts"
import { useBook } from "./book-context.tsx"
import { Part } from "./part.tsx"

const typeWords: Record<FormField["type"], string> = {
  "short-text": "one line",
  "long-text": "a few sentences",
  "yes-no": "yes or no",
  "single-choice": "one of",
  "multiple-choice": "any of",
  number: "a number",
}
const letterWords = {
  required: "A cover letter is asked for.",
  optional: "A cover letter may be added.",
  off: "No cover letter.",
}

/** The application form as it is filled in, and for panels the rules that end an application. */
export function FormPage() {
  const { kit } = useBook()
  const { form } = kit
  return (
    <article className="grid max-w-2xl gap-8">
      <header className="grid gap-3">
        <h1 className="lead" data-book-title="" tabIndex={-1}>
          Application form
        </h1>
        <Markdown text={form.introduction} />
      </header>
      <Part id="fields" title="What it asks" note={letterWords[form.coverLetter]} rule="ink">
        <ol>
          {form.fields.map((field) => (
            <li
              key={field.id}
              id={field.id}
              className="grid scroll-mt-20 gap-1 border-b border-rule py-3 first:pt-0"
            >
              <p className="read">{field.label}</p>
              {field.help && <p className="text-ink-2">{field.help}</p>}
              <p className="text-small text-ink-2">
                {typeWords[field.type]}
                {field.options && `: ${field.options.map(({ label }) => label).join(", ")}`}
                {field.required ? "" : "; may be left out"}
              </p>
              {field.knockOut && (
                <p className="text-small">
                  <span className="font-semibold text-warn">Ends the application</span> if answered{" "}
                  {field.knockOut.disqualify.map((answer) => answerLabel(field, answer)).join(" or ")}. They
                  read: {field.knockOut.rule}
                </p>
              )}
            </li>
          ))}
        </ol>
      </Part>
    </article>
  )
}

const answerLabel = (field: FormField, answer: string): string =>
  field.options?.find(({ id }) => id === answer)?.label ?? answer
