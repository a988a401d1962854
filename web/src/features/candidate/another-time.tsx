import { useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Dialog, Field, FieldError, TextArea } from "../../ui/index.ts"

/** Asks to move an interview. The time that is set stands until somebody changes it. */
export function AnotherTime({ interviewId }: { interviewId: string }) {
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState("")
  const [asked, setAsked] = useState(false)
  const [done, setDone] = useState(false)
  const ask = useAct((note: string, key) =>
    client.candidate.askForAnotherTime({ params: { interviewId }, body: { note }, key }),
  )
  const send = async () => {
    setAsked(true)
    if (note.trim() === "" || !(await ask.run(note.trim()))) return
    setDone(true)
    setOpen(false)
    setNote("")
    setAsked(false)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>Ask for another time</Button>
      {done && (
        <p role="status" className="w-full text-small text-ink-2">
          Asked. The time above stands until you hear from us or it changes here.
        </p>
      )}
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Ask for another time"
        description="It doesn’t count against you. The time that is set stands until we agree on another."
        actions={
          <>
            <Button variant="primary" pending={ask.pending} onClick={() => void send()}>
              Ask
            </Button>
            <Button onClick={() => setOpen(false)}>Leave it</Button>
          </>
        }
      >
        <Field
          label="When would suit you"
          help="Two or three days and hours, in your own time zone."
          error={asked && note.trim() === "" ? "Name at least one time that suits you." : undefined}
        >
          <TextArea value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
        </Field>
        {ask.failure && <FieldError>{ask.failure}</FieldError>}
      </Dialog>
    </>
  )
}
