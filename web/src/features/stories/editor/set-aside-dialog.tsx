import type { Finding } from "@backfill/coach"
import { useState } from "react"
import { Button, Dialog, Field, RadioGroup, TextArea } from "../../../ui/index.ts"

const REASONS = {
  told: "I tell it already, in other words",
  unfit: "It doesn’t fit this story",
  later: "I keep it for a follow-up question",
  own: "Another reason",
} as const
type Reason = keyof typeof REASONS

/** Asks why a question is set aside: a few usual reasons, or one's own. Nobody else reads it. */
export function SetAsideDialog({
  hint,
  onClose,
  onSetAside,
}: {
  hint: Finding | undefined
  onClose: () => void
  onSetAside: (reason: string) => void
}) {
  return (
    <Dialog
      open={hint !== undefined}
      onOpenChange={(open) => !open && onClose()}
      title="Set this question aside"
      description={hint?.question}
    >
      <ReasonForm onClose={onClose} onSetAside={onSetAside} />
    </Dialog>
  )
}

function ReasonForm({ onClose, onSetAside }: { onClose: () => void; onSetAside: (reason: string) => void }) {
  const [reason, setReason] = useState<Reason>("told")
  const [words, setWords] = useState("")
  const [missing, setMissing] = useState(false)
  const own = words.trim()
  const give = () => {
    if (reason === "own" && own === "") setMissing(true)
    else onSetAside(reason === "own" ? own : own === "" ? REASONS[reason] : `${REASONS[reason]}: ${own}`)
  }
  return (
    <div className="grid gap-4">
      <RadioGroup
        legend="Why?"
        value={reason}
        onChange={setReason}
        options={Object.entries(REASONS).map(([value, label]) => ({ value: value as Reason, label }))}
      />
      <Field
        label="In your own words"
        optional={reason !== "own"}
        error={missing && own === "" ? "Say in a few words why; it is kept with the question." : undefined}
      >
        <TextArea rows={2} maxLength={500} value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <Button variant="primary" onClick={give}>
          Set aside
        </Button>
        <Button onClick={onClose}>Keep the question</Button>
      </div>
    </div>
  )
}
