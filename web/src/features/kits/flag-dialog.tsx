import { FLAG_REASONS, type FlaggedItem, type FlagPlace, type FlagReason } from "@backfill/contract"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Dialog, Field, FieldError, RadioGroup, TextArea, useToast } from "../../ui/index.ts"
import { flagWords } from "./flag-words.ts"

type FlagDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Where one stands: the kit, an opening's, or a round. */
  place: FlagPlace
  item: FlaggedItem
}

/** Says to the kit's authors what is wrong with a question or exercise. What was typed stays until it is sent. */
export function FlagDialog({ open, onOpenChange, place, item }: FlagDialogProps) {
  const toast = useToast()
  const [reason, setReason] = useState<FlagReason>()
  const [note, setNote] = useState("")
  const act = useAct(
    (body: { reason: FlagReason; note: string }, key) =>
      client.kits.flag({ body: { place, item, ...body }, key }),
    () => {
      onOpenChange(false)
      setReason(undefined)
      setNote("")
      toast({ message: "Flagged. The kit’s authors see it beside the question." })
    },
  )
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={
        item.kind === "question" ? "What is wrong with this question?" : "What is wrong with this exercise?"
      }
      description="Its authors read this. Nothing changes for anyone who has been asked already."
      actions={
        <>
          <Button
            variant="primary"
            pending={act.pending}
            why={reason === undefined ? "Choose what it is" : undefined}
            onClick={() => reason && void act.run({ reason, note })}
          >
            Flag it
          </Button>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
        </>
      }
    >
      <div className="grid gap-5">
        <RadioGroup<FlagReason>
          legend={<span className="sr-only">What it is</span>}
          value={reason}
          onChange={setReason}
          options={FLAG_REASONS.map((value) => ({
            value,
            label: flagWords[value].name,
            detail: flagWords[value].means,
          }))}
        />
        <Field
          label="A word on it"
          optional
          help="Name no candidate here, nor anything one could be known by: this note outlives their data."
        >
          <TextArea rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
        {act.failure && <FieldError>{act.failure}</FieldError>}
      </div>
    </Dialog>
  )
}
