import { useState } from "react"
import {
  Button,
  Checkbox,
  ConfirmButton,
  Field,
  RadioGroup,
  Section,
  Select,
  TextArea,
  TextInput,
} from "../../ui/index.ts"

type Recommendation = "advance" | "hold" | "stop"

export function ControlsPart() {
  const [choice, setChoice] = useState<Recommendation>()
  const [draft, setDraft] = useState(
    "Sized the backfill first, then split it by month so that a failed part could be run alone.",
  )
  return (
    <Section title="Pressed and typed into" note="at most one filled button on a real screen">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button variant="primary" keys="mod+enter">
          Submit scorecard
        </Button>
        <Button keys="e">Show expectations</Button>
        <Button variant="primary" pending>
          Saving the plan
        </Button>
        <Button variant="primary" why="Two anchors are still open">
          Submit scorecard
        </Button>
        <ConfirmButton
          title="Erase everything Ilse gave us?"
          consequence="Her form, résumé and three recordings go, from backups too."
          keeps="The fact that an application was erased, and when, stays in the audit."
          confirm="Erase for good"
          onConfirm={() => undefined}
        >
          Erase Ilse’s data
        </ConfirmButton>
      </div>
      <div className="mt-8 grid gap-x-10 gap-y-6 md:grid-cols-2">
        <Field label="Name of the opening" help="Candidates see it on their page.">
          <TextInput defaultValue="Data engineer, Ghent" />
        </Field>
        <Field label="Mail address" error="There is no @ in it. Write it as name@place.org.">
          <TextInput defaultValue="ilse.maes" inputMode="email" />
        </Field>
        <Field label="Level">
          <Select
            placeholder="Choose a level"
            defaultValue=""
            options={[
              { value: "mid", label: "Mid" },
              { value: "senior", label: "Senior" },
              { value: "staff", label: "Staff" },
            ]}
          />
        </Field>
        <Field label="Team" optional>
          <TextInput placeholder="Anything people call it" />
        </Field>
        <Field label="Why this recommendation" help="Grows as you write.">
          <TextArea prose value={draft} onChange={(event) => setDraft(event.target.value)} />
        </Field>
        <Field label="Kit version, pinned">
          <TextInput readOnly value="data-engineer 1.2.0" />
        </Field>
        <RadioGroup<Recommendation>
          legend="Decision"
          value={choice ?? "hold"}
          onChange={setChoice}
          options={[
            { value: "advance", label: "Advance", detail: "She is invited to the half day with the team." },
            { value: "hold", label: "Hold", detail: "Nothing is sent. It is asked again in two weeks." },
            {
              value: "stop",
              label: "Stop",
              detail: "Possible once every criterion has a reason.",
              disabled: true,
            },
          ]}
        />
        <div className="grid content-start gap-4">
          <RadioGroup<Recommendation>
            legend="The same, inline, with nothing chosen"
            inline
            value={undefined}
            onChange={setChoice}
            error="Choose one before you go on."
            options={[
              { value: "advance", label: "Advance" },
              { value: "hold", label: "Hold" },
              { value: "stop", label: "Stop" },
            ]}
          />
          <div>
            <Checkbox
              label="Take notes offline on this device"
              help="They are sent when the connection is back."
              defaultChecked
            />
            <Checkbox label="Ask for a second rater" />
          </div>
        </div>
      </div>
    </Section>
  )
}
