import { type ReactNode, useState } from "react"
import { Button } from "./button.tsx"
import { ConfirmDialog, type ConfirmDialogProps } from "./confirm-dialog.tsx"

export type ConfirmButtonProps = Omit<ConfirmDialogProps, "open" | "onOpenChange"> & { children: ReactNode }

/** A danger word with its confirmation: `<ConfirmButton title=… consequence=… confirm=… onConfirm=…>Erase</ConfirmButton>`. */
export function ConfirmButton({ children, ...dialog }: ConfirmButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        {children}
      </Button>
      <ConfirmDialog {...dialog} open={open} onOpenChange={setOpen} />
    </>
  )
}
