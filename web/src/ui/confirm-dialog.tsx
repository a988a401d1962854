import { AlertDialog } from "radix-ui"
import { type ReactNode, useState } from "react"
import { Button } from "./button.tsx"
import { cx } from "./cx.ts"
import { Field, FieldError } from "./field.tsx"
import { useFocusBack } from "./focus-back.ts"
import { Backdrop, modalPanel } from "./modal-frame.tsx"
import { TextInput } from "./text-input.tsx"

export type ConfirmDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** The question, with its object: "Erase Mirela's data?" */
  title: string
  /** What happens then, in one sentence. */
  consequence: ReactNode
  /** Whether it holds for good; then a warning says so first. */
  final?: boolean
  /** What stays, if anything does. */
  keeps?: ReactNode
  /** The verb on the button: "Erase for good". */
  confirm: string
  /** The verb on the way out; "Keep it" unless something fits better. */
  cancel?: string
  /** Must be typed first, for what is rare and large. */
  typed?: string
  /** Closes when it resolves; when it rejects, stays open and shows the error's message. */
  onConfirm: () => void | Promise<unknown>
}

/** Asks once before something that can't be taken back, or that others act on. All else is done at once, with undo in a toast. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    open,
    onOpenChange,
    title,
    consequence,
    final = true,
    keeps,
    confirm,
    cancel = "Keep it",
    typed,
    onConfirm,
  } = props
  const focusBack = useFocusBack()
  const [entry, setEntry] = useState("")
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<string>()
  const change = (next: boolean) => {
    if (pending) return
    setEntry("")
    setFailure(undefined)
    onOpenChange(next)
  }
  const act = async () => {
    setPending(true)
    setFailure(undefined)
    try {
      await onConfirm()
      setEntry("")
      onOpenChange(false)
    } catch (error) {
      setFailure(error instanceof Error ? error.message : "That didn’t work, and nothing was changed.")
    } finally {
      setPending(false)
    }
  }
  const untyped = typed !== undefined && entry.trim() !== typed
  return (
    <AlertDialog.Root open={open} onOpenChange={change}>
      <AlertDialog.Portal>
        <Backdrop />
        <AlertDialog.Content aria-modal="true" {...focusBack} className={cx(modalPanel, "max-w-md")}>
          <AlertDialog.Title className="font-serif text-[1.375rem]/7 text-balance">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="mt-3 grid gap-2">
              <p>
                {final && <span className="font-semibold text-warn">This can’t be undone. </span>}
                {consequence}
              </p>
              {keeps && <p className="text-ink-2">{keeps}</p>}
            </div>
          </AlertDialog.Description>
          {typed !== undefined && (
            <div className="mt-4">
              <Field label={`Type “${typed}” to go on`}>
                <TextInput
                  value={entry}
                  onChange={(event) => setEntry(event.target.value)}
                  autoComplete="off"
                />
              </Field>
            </div>
          )}
          {failure && (
            <div className="mt-4">
              <FieldError>{failure}</FieldError>
            </div>
          )}
          <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-2">
            <Button
              variant={final ? "danger-filled" : "primary"}
              pending={pending}
              disabled={untyped}
              onClick={act}
            >
              {confirm}
            </Button>
            <AlertDialog.Cancel asChild>
              <Button>{cancel}</Button>
            </AlertDialog.Cancel>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
