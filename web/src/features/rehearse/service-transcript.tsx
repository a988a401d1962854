import { MAX_TRANSCRIPT } from "@backfill/contract"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Dialog, Field, FieldError, TextArea } from "../../ui/index.ts"

type ServiceTranscriptProps = {
  host: string
  recordingId: string
  /** There are words already, which the service’s would replace. */
  replaces: boolean
  onTaken: (text: string) => void
}

/** Has a recording written down elsewhere: asked each time, and nothing is read into it before its owner has corrected it. */
export function ServiceTranscript({ host, recordingId, replaces, onTaken }: ServiceTranscriptProps) {
  const [asks, setAsks] = useState(false)
  const [text, setText] = useState<string>()
  const ask = useAct(
    (_: "send", key) => client.rehearsals.transcribe({ params: { recordingId }, key }),
    (written) => setText(written.text),
  )
  if (text !== undefined)
    return (
      <div className="grid gap-3">
        <Field
          label={`What ${host} wrote`}
          help="Correct it first: services mishear numbers, names and accents, and leave out “uh” and what was said twice."
        >
          <TextArea
            prose
            rows={6}
            maxLength={MAX_TRANSCRIPT}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </Field>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Button
            onClick={() => {
              onTaken(text)
              setText(undefined)
            }}
          >
            {replaces ? "Put it in place of mine" : "It is right, use it"}
          </Button>
          <Button onClick={() => setText(undefined)}>Drop it</Button>
        </div>
      </div>
    )
  return (
    <div className="grid gap-2">
      <div>
        <Button pending={ask.pending} onClick={() => setAsks(true)}>
          Have it transcribed by {host}
        </Button>
      </div>
      {ask.pending && (
        <p role="status" className="text-small text-ink-2">
          {host} is listening. That may take as long as the recording.
        </p>
      )}
      {ask.failure && <FieldError>{ask.failure}</FieldError>}
      <Dialog
        open={asks}
        onOpenChange={setAsks}
        title={`Send this recording to ${host}?`}
        description={`It leaves this installation: ${host} gets your voice and everything you say in it, and what is done with it there is not in our hands. Your marks and your draft stay here.`}
        actions={
          <>
            <Button
              variant="primary"
              onClick={() => {
                setAsks(false)
                void ask.run("send")
              }}
            >
              Send it to {host}
            </Button>
            <Button onClick={() => setAsks(false)}>Keep it here</Button>
          </>
        }
      />
    </div>
  )
}
