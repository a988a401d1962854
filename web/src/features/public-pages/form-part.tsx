import type { PublicForm } from "@backfill/contract"
import { Button, Field, Section, TextArea, TextInput } from "../../ui/index.ts"
import { TimeZoneSelect } from "../../ui/time-zone-select.tsx"
import { AdjustmentsFields, WhoSeesIt } from "./adjustments-fields.tsx"
import { AnswerField } from "./answer-field.tsx"
import type { Fault } from "./form-check.ts"
import { KeptLine } from "./kept-line.tsx"
import { ResumePart } from "./resume-part.tsx"
import type { DraftHold } from "./use-draft.ts"

type FormPartProps = {
  slug: string
  form: PublicForm
  hold: DraftHold
  faults: ReadonlyArray<Fault>
  onReadBack: () => void
}

/** The id of a field's place on the page, for the list of what is missing. */
export const placeOf = (field: string) => `field-${field}`

/** The whole form on one long page, in parts. */
export function FormPart({ slug, form, hold, faults, onReadBack }: FormPartProps) {
  const { draft, change } = hold
  const wrong = (field: string) => faults.find((fault) => fault.field === field)?.message
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onReadBack()
      }}
      className="grid gap-10"
    >
      <Section title="About you">
        <div className="grid gap-5">
          <div id={placeOf("name")}>
            <Field
              label="Name"
              error={wrong("name")}
              help="As we should use it. It stays hidden from who reads your résumé first."
            >
              <TextInput
                autoComplete="name"
                maxLength={200}
                value={draft.name}
                onChange={(event) => change({ name: event.target.value })}
              />
            </Field>
          </div>
          <div id={placeOf("email")}>
            <Field label="E-mail" error={wrong("email")} help="The link to your own page goes here.">
              <TextInput
                type="email"
                autoComplete="email"
                maxLength={254}
                value={draft.email}
                onChange={(event) => change({ email: event.target.value })}
              />
            </Field>
          </div>
          <div id={placeOf("phone")}>
            <Field
              label="Phone"
              optional
              error={wrong("phone")}
              help="Only for when a call fails on the day."
            >
              <TextInput
                type="tel"
                autoComplete="tel"
                maxLength={60}
                value={draft.phone}
                onChange={(event) => change({ phone: event.target.value })}
              />
            </Field>
          </div>
          <div id={placeOf("timeZone")}>
            <Field
              label="Your time zone"
              error={wrong("timeZone")}
              help="Every time we name to you is in it."
            >
              <TimeZoneSelect
                value={draft.timeZone}
                onChange={(event) => change({ timeZone: event.target.value })}
              />
            </Field>
          </div>
        </div>
      </Section>
      <Section title="Your résumé">
        <div id={placeOf("resume")}>
          <ResumePart slug={slug} hold={hold} error={wrong("resume")} />
        </div>
      </Section>
      {form.coverLetter !== "off" && (
        <Section title="Your letter">
          <div id={placeOf("coverLetter")}>
            <Field
              label="Why this role"
              optional={form.coverLetter === "optional"}
              error={wrong("coverLetter")}
              help="A few sentences do. Leave out what would tell who you are: it is read without your name."
            >
              <TextArea
                prose
                rows={6}
                value={draft.coverLetter}
                onChange={(event) => change({ coverLetter: event.target.value })}
              />
            </Field>
          </div>
        </Section>
      )}
      {form.fields.length > 0 && (
        <Section title="Questions">
          <div className="grid gap-8">
            {form.fields.map((field) => (
              <div key={field.id} id={placeOf(`answers.${field.id}`)}>
                <AnswerField
                  field={field}
                  answer={draft.answers[field.id]}
                  onChange={(answer) =>
                    change((now) => ({ answers: { ...now.answers, [field.id]: answer } }))
                  }
                  error={wrong(`answers.${field.id}`)}
                />
              </div>
            ))}
          </div>
        </Section>
      )}
      <Section title="What you need from us" note="optional">
        <div id={placeOf("adjustments")} className="grid gap-5">
          <WhoSeesIt />
          <AdjustmentsFields
            wish={draft.adjustments}
            onChange={(adjustments) => change({ adjustments })}
            error={wrong("adjustments")}
          />
        </div>
      </Section>
      <div className="grid gap-2 border-t border-rule-strong pt-4">
        <Button type="submit" variant="primary" wide>
          Read it back
        </Button>
        <p className="text-small text-ink-2">Nothing is sent yet: you see all answers once more first.</p>
        <KeptLine hold={hold} />
      </div>
    </form>
  )
}
