import { ADJUSTMENTS, type Application } from "@backfill/contract"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Checkbox, Dialog, Field, FieldError, Section, Select, TextArea } from "../../ui/index.ts"
import { adjustmentLabel } from "../public-pages/adjustment-words.ts"
import { can } from "./commands.ts"

type Kind = (typeof ADJUSTMENTS)[number]
type Factor = 1 | 1.25 | 1.5 | 2 | null
type Body = { granted: Kind[]; timeFactor: Factor; answer: string; version: number }

const factors: ReadonlyArray<{ value: string; factor: Factor; label: string }> = [
  { value: "1", factor: 1, label: "As planned" },
  { value: "1.25", factor: 1.25, label: "A quarter longer" },
  { value: "1.5", factor: 1.5, label: "Half as long again" },
  { value: "2", factor: 2, label: "Twice as long" },
  { value: "none", factor: null, label: "No limit" },
]
const states = {
  none: "none asked for",
  asked: "waiting for an answer",
  granted: "granted",
  declined: "declined",
}

/** What the candidate needs to show what they can do; the reason is read only where it is decided. */
export function Adjustments({ application }: { application: Application }) {
  const { adjustments } = application
  const [deciding, setDeciding] = useState(false)
  const factor = factors.find((each) => each.factor === adjustments.timeFactor)
  const settled = adjustments.state === "granted"
  return (
    <Section title="Adjustments" note={states[adjustments.state]} rule="hair">
      <div className="grid justify-items-start gap-2">
        {adjustments.state === "asked" && (
          <p>Asked for: {adjustments.kinds.map(adjustmentLabel).join(", ")}.</p>
        )}
        {adjustments.note && (
          <blockquote className="read border-l border-edge pl-4 text-[1rem]/6">{adjustments.note}</blockquote>
        )}
        {settled && (
          <p>
            {adjustments.granted.map(adjustmentLabel).join(", ") || "Nothing but time"}. Time:{" "}
            {factor?.label.toLowerCase()}.
          </p>
        )}
        {adjustments.answer && <p className="text-ink-2">Told them: {adjustments.answer}</p>}
        {can(application, "decideAdjustments") && (
          <Button onClick={() => setDeciding(true)}>
            {adjustments.state === "asked" ? "Answer it" : "Change it"}
          </Button>
        )}
      </div>
      {deciding && <AdjustmentsDialog application={application} onClose={() => setDeciding(false)} />}
    </Section>
  )
}

function AdjustmentsDialog({ application, onClose }: { application: Application; onClose: () => void }) {
  const { adjustments } = application
  const start = adjustments.state === "asked" ? adjustments.kinds : adjustments.granted
  const [granted, setGranted] = useState<Kind[]>(() => ADJUSTMENTS.filter((kind) => start.includes(kind)))
  const [time, setTime] = useState(
    () => factors.find((each) => each.factor === adjustments.timeFactor)?.value ?? "1",
  )
  const [answer, setAnswer] = useState(adjustments.answer)
  const decide = useAct(
    (body: Body, key) =>
      client.applications.decideAdjustments({ params: { applicationId: application.id }, body, key }),
    onClose,
  )
  const timeFactor = factors.find((each) => each.value === time)?.factor ?? null
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Decide on adjustments"
      description="Every clock follows at once. Panels see the length, never why."
      actions={
        <>
          <Button
            variant="primary"
            pending={decide.pending}
            onClick={() =>
              void decide.run({ granted, timeFactor, answer: answer.trim(), version: application.version })
            }
          >
            Record and tell them
          </Button>
          <Button onClick={onClose}>Leave it</Button>
        </>
      }
    >
      <div className="grid gap-4">
        <fieldset>
          <legend className="text-ink-2">Granted</legend>
          <div className="grid sm:grid-cols-2">
            {ADJUSTMENTS.map((kind) => (
              <Checkbox
                key={kind}
                label={adjustmentLabel(kind)}
                help={adjustments.kinds.includes(kind) ? "asked for" : undefined}
                checked={granted.includes(kind)}
                onChange={(event) =>
                  setGranted(
                    ADJUSTMENTS.filter((each) =>
                      each === kind ? event.target.checked : granted.includes(each),
                    ),
                  )
                }
              />
            ))}
          </div>
        </fieldset>
        <Field label="Time for rounds and exercises">
          <Select value={time} onChange={(event) => setTime(event.target.value)} options={[...factors]} />
        </Field>
        <Field label="What you tell them" optional>
          <TextArea maxLength={2000} value={answer} onChange={(event) => setAnswer(event.target.value)} />
        </Field>
        {decide.failure && <FieldError>{decide.failure}</FieldError>}
      </div>
    </Dialog>
  )
}
