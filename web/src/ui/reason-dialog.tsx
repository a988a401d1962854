import { type ReactNode, useState } from "react"
import { Button } from "./button.tsx"
import { Dialog } from "./dialog.tsx"
import { Field, FieldError } from "./field.tsx"
import { TextArea } from "./text-area.tsx"

export type ReasonDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: ReactNode
  /** The question the reason answers: "Why do you need the name?" */
  ask: string
  help?: ReactNode
  /** The verb that acts. */
  act: string
  danger?: boolean
  pending: boolean
  failure?: string
  /** Resolves to whether it was done; the dialog then closes. A refusal keeps it open with the text. */
  onGive: (reason: string) => Promise<boolean>
  children?: ReactNode
}

/** Asks why before something that is recorded with its reason. */
export function ReasonDialog(props: ReasonDialogProps) {
  const {
    open,
    onOpenChange,
    title,
    description,
    ask,
    help,
    act,
    danger,
    pending,
    failure,
    onGive,
    children,
  } = props
  const [reason, setReason] = useState("")
  const [asked, setAsked] = useState(false)
  const short = reason.trim().length < 3
  const give = async () => {
    setAsked(true)
    if (short || !(await onGive(reason.trim()))) return
    setReason("")
    setAsked(false)
    onOpenChange(false)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      actions={
        <>
          <Button
            variant={danger ? "danger-filled" : "primary"}
            pending={pending}
            onClick={() => void give()}
          >
            {act}
          </Button>
          <Button onClick={() => onOpenChange(false)}>Leave it</Button>
        </>
      }
    >
      <div className="grid gap-4">
        {children}
        <Field
          label={ask}
          help={help}
          error={asked && short ? "Say it in a few words; it is kept." : undefined}
        >
          <TextArea value={reason} onChange={(event) => setReason(event.target.value)} maxLength={1000} />
        </Field>
        {failure && <FieldError>{failure}</FieldError>}
      </div>
    </Dialog>
  )
}
