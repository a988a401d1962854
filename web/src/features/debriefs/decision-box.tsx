import { citableCriteria, type Debrief, type DebriefRow, type Decision } from "@backfill/contract"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { hasStatus } from "../../app/index.ts"
import { Button, ConfirmDialog, Field, RadioGroup, Section, TextArea, useToast } from "../../ui/index.ts"
import {
  type Choice,
  type DecisionWork,
  emptyReason,
  type Reason,
  reasonsOf,
  whyNotYet,
} from "./decision-draft.ts"
import { decisionWords, isChoice } from "./decision-words.ts"
import { EvidencePick } from "./evidence-pick.tsx"

type DecisionBoxProps = {
  debrief: Debrief
  work: DecisionWork
  names: ReadonlyMap<string, string>
  /** The decision this one would stand in for. */
  supersedes: Decision | undefined
  onDone: () => void
  onLeave: (() => void) | undefined
}

/** Where the decision is made: a choice, reasons by criterion each with evidence, and the sum of it in a sentence. */
export function DecisionBox({ debrief, work, names, supersedes, onDone, onLeave }: DecisionBoxProps) {
  const { draft, change, changeReason } = work
  const [asking, setAsking] = useState(false)
  const queryClient = useQueryClient()
  const toast = useToast()
  const ids = debrief.rows.map(({ competencyId }) => competencyId)
  const why = whyNotYet(draft, ids, citableCriteria(debrief.rows))
  const choices = debrief.choices.filter(isChoice)
  const { applicationId, stageIndex, candidate } = debrief

  const record = async (choice: Choice) => {
    try {
      await client.debriefs.decide({
        params: { applicationId, stageIndex },
        body: {
          choice,
          summary: draft.summary.trim(),
          reasons: reasonsOf(draft, ids),
          supersedes: supersedes?.id ?? null,
          version: debrief.applicationVersion,
        },
        key: crypto.randomUUID(),
      })
    } catch (error) {
      // The text stays; what changed meanwhile is read again before the next try.
      if (hasStatus(error, 409)) await queryClient.invalidateQueries()
      throw error
    }
    work.clear()
    toast({ message: `Recorded: ${decisionWords[choice].done.toLowerCase()}, ${candidate}.` })
    onDone()
    await queryClient.invalidateQueries()
  }
  return (
    <Section
      title={supersedes ? "New decision" : "Decision"}
      note="with reasons by criterion; never edited, only superseded"
      rule="hair"
    >
      <div className="grid gap-5">
        {debrief.withoutScorecards !== null && (
          <p className="max-w-measure text-ink-2">
            There is nothing to cite, so the decision rests on what you write here, and says that nobody rated
            this.
          </p>
        )}
        <RadioGroup<Choice>
          legend={
            supersedes
              ? `In place of “${decisionWords[supersedes.choice].done.toLowerCase()}”`
              : "What happens now"
          }
          inline
          options={choices.map((value) => ({ value, label: decisionWords[value].act }))}
          value={draft.choice}
          onChange={(choice) => change({ choice })}
        />
        <ul className="border-t border-rule">
          {debrief.rows.map((row) => (
            <ReasonLine
              key={row.competencyId}
              row={row}
              names={names}
              reason={draft.reasons[row.competencyId] ?? emptyReason}
              onChange={(part) => changeReason(row.competencyId, part)}
            />
          ))}
        </ul>
        <Field label="The decision in a sentence">
          <TextArea
            rows={2}
            maxLength={4000}
            value={draft.summary}
            onChange={(event) => change({ summary: event.target.value })}
          />
        </Field>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Button variant="primary" why={why} onClick={() => setAsking(true)}>
            Record decision
          </Button>
          {onLeave && <Button onClick={onLeave}>Keep the decision as it is</Button>}
        </div>
      </div>
      {draft.choice && (
        <ConfirmDialog
          open={asking}
          onOpenChange={setAsking}
          final={false}
          title={decisionWords[draft.choice].asks(candidate)}
          consequence={`${decisionWords[draft.choice].follows} ${
            debrief.withoutScorecards === null
              ? "The decision is recorded with its reasons and evidence under your name."
              : "The decision is recorded with its reasons under your name, and says that nobody rated this."
          }`}
          keeps={
            supersedes
              ? `It stands in for “${decisionWords[supersedes.choice].done.toLowerCase()}”, which stays readable beside it.`
              : "It stays in the record. A new decision can replace it; once the process has gone on, only its reasons can still be corrected."
          }
          confirm="Record decision"
          cancel="Keep working on it"
          onConfirm={() => record(draft.choice ?? "hold")}
        />
      )}
    </Section>
  )
}

type ReasonLineProps = {
  row: DebriefRow
  names: ReadonlyMap<string, string>
  reason: Reason
  onChange: (part: Partial<Reason>) => void
}

/** Looks like a line to write on until it is written on; evidence is asked for once there is something to prove. */
function ReasonLine({ row, names, reason, onChange }: ReasonLineProps) {
  const used = reason.reason !== "" || reason.evidence.length > 0
  return (
    <li className="group grid gap-x-4 gap-y-1 border-b border-rule py-0.5 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <span className="pt-1.5 text-ink-2">{row.title}</span>
      <div className="grid gap-1">
        <TextArea
          aria-label={`Reason, ${row.title}`}
          rows={1}
          maxLength={4000}
          value={reason.reason}
          placeholder="Why, if it mattered"
          className="not-focus:border-transparent not-focus:bg-transparent hover:border-edge"
          onChange={(event) => onChange({ reason: event.target.value })}
        />
        <div className={used ? "pb-2" : "hidden pb-2 group-focus-within:block"}>
          <EvidencePick
            row={row}
            names={names}
            picked={reason.evidence}
            onChange={(evidence) => onChange({ evidence })}
          />
        </div>
      </div>
    </li>
  )
}
