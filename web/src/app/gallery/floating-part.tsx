import { useState } from "react"
import { Button, Dialog, Field, Section, TextInput, useToast } from "../../ui/index.ts"

export function FloatingPart() {
  const [open, setOpen] = useState(false)
  const toast = useToast()
  return (
    <Section title="What floats">
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <Button onClick={() => setOpen(true)}>Open a dialog</Button>
        <Button
          onClick={() =>
            toast({
              message: "Ilse moved to Debrief.",
              undo: () => toast({ message: "Ilse is back in Core interviews." }),
            })
          }
        >
          Show a toast
        </Button>
        <Button onClick={() => toast({ message: "You are offline. Notes are kept here.", tone: "warn" })}>
          Show a warning
        </Button>
      </div>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Invite someone to the panel"
        description="They get a mail with the pack and a place in the schedule."
        actions={
          <>
            <Button variant="primary" onClick={() => setOpen(false)}>
              Send invitation
            </Button>
            <Button onClick={() => setOpen(false)}>Not now</Button>
          </>
        }
      >
        <Field label="Mail address">
          <TextInput inputMode="email" placeholder="name@place.org" />
        </Field>
      </Dialog>
    </Section>
  )
}
