import type { CandidatePage } from "@backfill/contract"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Field, FieldError, Section, TextArea } from "../../ui/index.ts"

/** An application that a rule ended: the rule, and the way to have a person look at it. */
export function HumanLook({ page }: { page: CandidatePage }) {
  const [note, setNote] = useState("")
  const ask = useAct((note: string, key) => client.candidate.humanLook({ body: { note }, key }))
  return (
    <Section title={page.status === "human-look" ? "A person will look at it" : "The rule that ended it"}>
      {page.rule && <p className="read mb-4 border-l-2 border-edge pl-4">{page.rule}</p>}
      {page.status === "human-look" && (
        <p className="text-ink-2">
          You asked for a person to look. They read your answer and what you wrote, and decide; it will stand
          here.
        </p>
      )}
      {page.canAskHumanLook && (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            void ask.run(note.trim())
          }}
        >
          <Field
            label="What does the rule miss in your case?"
            optional
            help="A person reads it and can take your application up again."
          >
            <TextArea
              rows={4}
              value={note}
              maxLength={2000}
              onChange={(event) => setNote(event.target.value)}
            />
          </Field>
          {ask.failure && <FieldError>{ask.failure}</FieldError>}
          <Button type="submit" variant="primary" wide pending={ask.pending}>
            Ask for a person to look
          </Button>
        </form>
      )}
      {page.status === "disqualified" && !page.canAskHumanLook && (
        <p className="text-ink-2">A person has looked at it too, and the rule stands.</p>
      )}
    </Section>
  )
}
