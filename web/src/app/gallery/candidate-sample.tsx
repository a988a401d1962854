import { Button, ConfirmButton, DefinitionRows, PageHeader, Section, Timeline } from "../../ui/index.ts"
import { BareShell } from "../shell/bare-shell.tsx"

/** A candidate's own page in its one column. */
export function CandidateSample() {
  return (
    <BareShell from="Noordkade" about="Data engineer, Ghent">
      <PageHeader
        title="Good morning Ilse, the work simulation comes next"
        under="On Thursday. Only you have this page."
      />
      <Timeline
        label="Where things stand"
        steps={[
          { id: "1", label: "Application", when: "28 October", state: "done" },
          { id: "2", label: "Work simulation", when: "in 3 days", state: "now" },
          { id: "3", label: "An afternoon with the team", when: "from 24 November", state: "next" },
          { id: "4", label: "Decision", when: "by 4 December", state: "next" },
        ]}
      />
      <div className="mt-10 grid gap-10">
        <Section title="What comes next">
          <p className="read">
            A nightly report has started to arrive after breakfast. Edith runs it and answers whatever you
            ask; you find out why, and say what you would change first.
          </p>
          <div className="mt-3 mb-5">
            <DefinitionRows
              rows={[
                { term: "When", detail: "Thursday 19 November, 14:30 your time (Brussels)" },
                { term: "Length", detail: "35 minutes, by video" },
              ]}
            />
          </div>
          <Button variant="primary" wide>
            Open the preparation pack
          </Button>
          <div className="mt-2 flex justify-between gap-6">
            <Button>Ask for another time</Button>
            <Button>Say what you need</Button>
          </div>
        </Section>
        <Section title="What is kept">
          <DefinitionRows
            figures
            rows={[
              { term: "Your form and résumé", detail: "28 October" },
              { term: "Ratings and notes about you", detail: "on request" },
            ]}
          />
          <div className="mt-2">
            <ConfirmButton
              title="Erase everything you gave us?"
              consequence="Your application ends, and your form and résumé are removed."
              confirm="Erase for good"
              onConfirm={() => undefined}
            >
              Erase my data
            </ConfirmButton>
          </div>
        </Section>
      </div>
    </BareShell>
  )
}
