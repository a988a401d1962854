import type { Plan } from "@backfill/core"
import type { PlanView } from "@backfill/contract"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { useKeys } from "../../app/index.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, FieldError, useToast } from "../../ui/index.ts"
import { ReasonDialog } from "../../ui/reason-dialog.tsx"

export type PlanSaveProps = {
  openingId: string
  plan: Plan
  view: PlanView
  changes: ReadonlyArray<string>
  /** The version the changes began from. */
  base: number
  onSaved: () => void
  onDiscard: () => void
}

/** The line at the foot while something is unsaved. A locked plan asks why and becomes a new version. */
export function PlanSave({ openingId, plan, view, changes, base, onSaved, onDiscard }: PlanSaveProps) {
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
  const begin = () => (view.locked ? setAsking(true) : void save.run({ plan, planVersion }))
  useKeys({
    "mod+s": { label: "Save the plan", run: begin, whileTyping: true },
  })
  return (
    <div className="sticky bottom-0 z-20 -mx-5 border-t border-rule-strong bg-paper px-5 py-3 sm:-mx-8 sm:px-8">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <Button variant="primary" keys="mod+s" pending={save.pending} onClick={begin}>
          {view.locked ? "Save as a new version" : "Save the plan"}
        </Button>
        <Button onClick={onDiscard}>Discard my changes</Button>
        <p role="status" className="text-ink-2">
          {changes.length} {changes.length === 1 ? "change" : "changes"} not saved
        </p>
      </div>
      {base !== planVersion && (
        <p className="mt-2 max-w-measure text-small text-warn">
          Version {planVersion} was saved by somebody else since you began; see it under Versions. Saving now
          replaces it with what you see here.
        </p>
      )}
      {save.failure && !asking && <FieldError>{save.failure}</FieldError>}
      <ReasonDialog
        open={asking}
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
