import { useState } from "react"
import { Button, Dialog, Field, TextArea } from "../../ui/index.ts"
import { amendedLines } from "./amended.ts"
import { contentOf } from "./card-draft.ts"
import type { CardWork } from "./use-card.ts"

type AmendDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  work: CardWork
  items: ReadonlyArray<{ id: string; title: string }>
  onDone: () => void
}

/** Asks why a submitted card changes, and sends the change. */
export function AmendDialog({ open, onOpenChange, work, items, onDone }: AmendDialogProps) {
  const [why, setWhy] = useState("")
  const ids = items.map(({ id }) => id)
  const lines = open ? amendedLines(work.card, contentOf(work.draft, ids), items) : []
  const send = async () => {
    const taken = await work.amend(why.trim())
    onOpenChange(false)
    if (taken) onDone()
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Why do you amend your card?"
      description="The card as it was stays beside the amended one, with this reason and the time."
      actions={
        <>
          <Button
            variant="primary"
            pending={work.pending}
            why={
              lines.length === 0
                ? "Nothing is changed yet."
                : why.trim().length < 3
                  ? "Give the reason first."
                  : undefined
            }
            onClick={() => void send()}
          >
            Submit amendment
          </Button>
          <Button onClick={() => onOpenChange(false)}>Keep working on it</Button>
        </>
      }
    >
      <div className="grid gap-4">
        {lines.length > 0 && (
          <ul aria-label="What changes" className="border-t border-rule">
            {lines.map((line) => (
              <li key={line} className="border-b border-rule py-1.5 text-ink-2">
                {line}
              </li>
            ))}
          </ul>
        )}
        <Field label="Reason">
          <TextArea value={why} maxLength={1000} onChange={(event) => setWhy(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  )
}
