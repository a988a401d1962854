import type { Plan } from "@backfill/core"
import type { PlanView } from "@backfill/contract"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { useKeys } from "../../app/index.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, FieldError, useToast } from "../../ui/index.ts"
import { OtherVersion } from "../../ui/other-version.tsx"
import { ReasonDialog } from "../../ui/reason-dialog.tsx"

export type PlanSaveProps = {
  openingId: string
  plan: Plan
  view: PlanView
  changes: ReadonlyArray<string>
  /** What somebody else saved since the changes began. */
  theirs: ReadonlyArray<string> | undefined
  /** Goes on with this plan, knowing what it replaces. */
  onKeep: () => void
  onSaved: () => void
  onDiscard: () => void
}

/** The line at the foot while something is unsaved. A locked plan asks why and becomes a new version. */
export function PlanSave(props: PlanSaveProps) {
  const { openingId, plan, view, changes, theirs, onKeep, onSaved, onDiscard } = props
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const save = useAct(
    (body: { plan: Plan; planVersion: number; reason?: string }, key) =>
      client.openings.savePlan({ params: { openingId }, body, key }),
    (saved) => {
      toast({ message: `Plan saved, version ${saved.planVersion}.` })
      onSaved()
    },
  )
  const { planVersion } = view
  const begin = () => {
    if (theirs) return
    if (view.locked) setAsking(true)
    else void save.run({ plan, planVersion })
  }
  useKeys({
    "mod+s": { label: "Save the plan", run: begin, whileTyping: true },
  })
  return (
    <div className="sticky bottom-0 z-20 -mx-5 border-t border-rule-strong bg-paper px-5 py-3 sm:-mx-8 sm:px-8">
      {theirs && (
        <div className="mb-3 max-w-measure">
          <OtherVersion
            told={`A colleague saved version ${planVersion} while you were planning.`}
            onKeep={onKeep}
            onTake={onDiscard}
          >
            <ul className="grid gap-1 text-small">
              {theirs.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          </OtherVersion>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <Button
          variant="primary"
          keys="mod+s"
          pending={save.pending}
          why={theirs && "Choose one of the two versions first."}
          onClick={begin}
        >
          {view.locked ? "Save as a new version" : "Save the plan"}
        </Button>
        <Button onClick={onDiscard}>Discard my changes</Button>
        <p role="status" className="text-ink-2">
          {changes.length} {changes.length === 1 ? "change" : "changes"} not saved
        </p>
      </div>
      {save.failure && !asking && !theirs && <FieldError>{save.failure}</FieldError>}
      <ReasonDialog
        open={asking && !theirs}
        onOpenChange={setAsking}
        title={`Save version ${planVersion + 1} of the plan?`}
        description="Interviews have begun, so this stays on record. Those already held keep the plan they were held by."
        ask="Why does the plan change?"
        act="Save the new version"
        pending={save.pending}
        failure={save.failure}
        onGive={(reason) => save.run({ plan, planVersion, reason })}
      >
        <ul className="grid max-h-40 gap-1 overflow-y-auto text-small text-ink-2">
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      </ReasonDialog>
    </div>
  )
}
