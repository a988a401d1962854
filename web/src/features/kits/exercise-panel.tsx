import type { Exercise } from "@backfill/core"
import type { ReactNode } from "react"
import { Markdown } from "../../ui/index.ts"
import { Code } from "./code.tsx"
import { Dashes, Part, Prose } from "./part.tsx"

/** What only the panel has of an exercise: its guide, and the script, facts, truth or draft that its type brings. */
export function ExercisePanel({ exercise }: { exercise: Exercise }) {
  const { panelGuide, simulation, design, drill, coding } = exercise
  if (!panelGuide && !simulation && !design && !drill && !coding?.suppliedDraft) return null
  return (
    <Part id="panel" title="For the panel only" note="the candidate never sees this" rule="ink">
      <div className="grid gap-6">
        {panelGuide && <Markdown text={panelGuide} />}
        {simulation && <Simulation simulation={simulation} />}
        {design && <Design design={design} />}
        {drill && <Drill drill={drill} />}
        {coding?.suppliedDraft && (
          <Group title="A draft to hand over">
            <Code text={coding.suppliedDraft} />
          </Group>
        )}
      </div>
    </Part>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="pb-1 text-small text-ink-2">{title}</h3>
      {children}
    </div>
  )
}

type Row = { name: string; text: string }

/** What is asked or reached, with what is then said. */
function Rows({ rows }: { rows: ReadonlyArray<Row> }) {
  return (
    <dl className="border-t border-rule">
      {rows.map(({ name, text }, at) => (
        <div key={at} className="grid gap-x-6 border-b border-rule py-2 sm:grid-cols-[14rem_minmax(0,1fr)]">
          <dt className="text-ink-2">{name}</dt>
          <dd className="read max-w-measure text-[1rem]/6">{text}</dd>
        </div>
      ))}
    </dl>
  )
}

function Simulation({ simulation }: { simulation: NonNullable<Exercise["simulation"]> }) {
  const { roles, motivation, facts, constraints, tensions, mustNots, forms } = simulation
  return (
    <>
      <Group title="Who is who">
        <Prose>{roles.interviewer}</Prose>
        <Prose quiet>{roles.candidate}</Prose>
      </Group>
      <Group title="Why the partner cares">
        <Prose>{motivation}</Prose>
      </Group>
      <Group title="Facts, told only when asked">
        <Rows rows={facts.map(({ topic, fact }) => ({ name: topic.replaceAll("-", " "), text: fact }))} />
      </Group>
      <Group title="What can’t be changed">
        <Dashes lines={constraints} />
      </Group>
      <Group title="Tensions, and their moment">
        <Rows rows={tensions.map(({ moment, text }) => ({ name: moment, text }))} />
      </Group>
      <Group title="Never">
        <Dashes lines={mustNots} />
      </Group>
      {[forms.discovery, forms.handsOn].map(
        (form, at) =>
          form && (
            <Group key={at} title={`${at === 0 ? "As a conversation" : "Hands on"}, ${form.minutes} min`}>
              <Prose>{form.task}</Prose>
              <Prose quiet>{form.decidedBy}</Prose>
            </Group>
          ),
      )}
    </>
  )
}

function Design({ design }: { design: NonNullable<Exercise["design"]> }) {
  return (
    <>
      <Group title="Questions worth asking, and their answers">
        <Rows rows={design.clarifying.map(({ question, fact }) => ({ name: question, text: fact }))} />
      </Group>
      <Group title="Expected estimate">
        <Markdown text={design.estimate} />
      </Group>
      <Group title="Deep dives: choose two">
        <div className="grid gap-4">
          {design.deepDives.map(({ title, ask, listenFor }) => (
            <div key={title}>
              <p className="font-semibold">{title}</p>
              <Prose>{ask}</Prose>
              <Prose quiet>{listenFor}</Prose>
            </div>
          ))}
        </div>
      </Group>
      <Group title="Through the hour">
        <Rows
          rows={design.rubric.map(({ part, minutes, strong, weak }) => ({
            name: `${part.replaceAll("-", " ")}, ${minutes} min`,
            text: `${strong} Weak: ${weak}`,
          }))}
        />
      </Group>
      <Group title="One good design">
        <Markdown text={design.referenceDesign} />
      </Group>
    </>
  )
}

function Drill({ drill }: { drill: NonNullable<Exercise["drill"]> }) {
  return (
    <>
      <Group title="What is really wrong">
        <Markdown text={drill.briefing} />
      </Group>
      <Group title="Who is affected">
        <Rows rows={drill.stakeholders.map(({ who, needs }) => ({ name: who, text: needs }))} />
      </Group>
      {drill.answers.length > 0 && (
        <Group title="What they find">
          <Rows
            rows={drill.answers.map(({ asked, answer, minutes }) => ({
              name: `${asked} (${minutes} min)`,
              text: answer,
            }))}
          />
        </Group>
      )}
      {drill.events.length > 0 && (
        <Group title="What happens by itself">
          <Rows rows={drill.events.map(({ minute, text }) => ({ name: `minute ${minute}`, text }))} />
        </Group>
      )}
      <Group title="Expected runbook">
        <ol className="read grid max-w-measure list-decimal gap-1 pl-6">
          {drill.runbook.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Group>
    </>
  )
}
