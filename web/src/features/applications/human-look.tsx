import type { Application } from "@backfill/contract"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Field, FieldError, RadioGroup, Section, TextArea } from "../../ui/index.ts"
import { can } from "./commands.ts"

type Outcome = "reinstate" | "uphold"

/** A rule of the form ended the application; a person looks again and says why. */
export function HumanLook({ application }: { application: Application }) {
  const [outcome, setOutcome] = useState<Outcome>()
  const [reason, setReason] = useState("")
  const [tried, setTried] = useState(false)
  const decide = useAct((body: { outcome: Outcome; reason: string; version: number }, key) =>
    client.applications.decideHumanLook({ params: { applicationId: application.id }, body, key }),
  )
  const short = reason.trim().length < 3
  const send = () => {
    setTried(true)
    if (outcome && !short) void decide.run({ outcome, reason: reason.trim(), version: application.version })
  }
  return (
    <Section title={application.status === "human-look" ? "A human look is asked for" : "Ended by a rule"}>
      <div className="grid max-w-measure justify-items-start gap-4">
        <p>
          <span className="text-ink-2">The rule: </span>
          {application.rule ?? "not recorded"}
        </p>
        {application.humanLookNote && (
          <blockquote className="read border-l border-edge pl-4">{application.humanLookNote}</blockquote>
        )}
        {can(application, "decideHumanLook") && (
          <>
            <RadioGroup<Outcome>
              legend="After looking at it"
              value={outcome}
              onChange={setOutcome}
              error={tried && !outcome ? "Choose one." : undefined}
              options={[
                {
                  value: "reinstate",
                  label: "Let it go on",
                  detail: "The first stage begins as for everyone else.",
                },
                {
                  value: "uphold",
                  label: "Keep the result",
                  detail: "The candidate is told that a person looked.",
                },
              ]}
            />
            <Field label="Why" error={tried && short ? "Say it in a few words; it is kept." : undefined}>
              <TextArea maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
            </Field>
            {decide.failure && <FieldError>{decide.failure}</FieldError>}
            <Button variant="primary" pending={decide.pending} onClick={send}>
              Record the answer
            </Button>
          </>
        )}
      </div>
    </Section>
  )
}
