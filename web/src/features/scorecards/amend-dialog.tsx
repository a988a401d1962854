import { useState } from "react"
import { Button, Dialog, Field, TextArea } from "../../ui/index.ts"
import type { CardWork } from "./use-card.ts"

type AmendDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  work: CardWork
  onDone: () => void
}

/** Asks why a submitted card changes, and sends the change. */
export function AmendDialog({ open, onOpenChange, work, onDone }: AmendDialogProps) {
  const [why, setWhy] = useState("")
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
        <Button
          variant="primary"
          pending={work.pending}
          why={why.trim().length < 3 ? "Give the reason first." : undefined}
          onClick={() => void send()}
        >
          Submit amendment
        </Button>
      }
    >
      <Field label="Reason">
        <TextArea value={why} maxLength={1000} onChange={(event) => setWhy(event.target.value)} />
      </Field>
    </Dialog>
  )
}
