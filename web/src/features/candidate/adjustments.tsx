import type { CandidatePage } from "@backfill/contract"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Dialog, FieldError, Section } from "../../ui/index.ts"
import { adjustmentLabel } from "../public-pages/adjustment-words.ts"
import { AdjustmentsFields, WhoSeesIt } from "../public-pages/adjustments-fields.tsx"
import type { Wish } from "../public-pages/draft.ts"
import { factorWords } from "./when.ts"

type State = CandidatePage["adjustments"]

/** What somebody needs to show their work well: ask, see what came of it, ask anew. */
export function Adjustments({ adjustments }: { adjustments: State }) {
  const [open, setOpen] = useState(false)
  const [wish, setWish] = useState<Wish>({ kinds: [], note: "" })
  const [asked, setAsked] = useState(false)
  const ask = useAct((body: Wish, key) => client.candidate.adjustments({ body, key }))
  const empty = wish.kinds.length === 0 && wish.note.trim() === ""
  const send = async () => {
    setAsked(true)
    if (empty || !(await ask.run({ ...wish, note: wish.note.trim() }))) return
    setOpen(false)
    setAsked(false)
    setWish({ kinds: [], note: "" })
  }
  return (
    <Section title="What you need">
      <Standing adjustments={adjustments} />
      <Button className="mt-1" onClick={() => setOpen(true)}>
        {adjustments.state === "none" ? "Tell us what you need" : "Ask for something else"}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Tell us what you need"
        actions={
          <>
            <Button variant="primary" pending={ask.pending} onClick={() => void send()}>
              Ask for it
            </Button>
            <Button onClick={() => setOpen(false)}>Leave it</Button>
          </>
        }
      >
        <div className="grid gap-4">
          <WhoSeesIt />
          <AdjustmentsFields
            wish={wish}
            onChange={setWish}
            error={asked && empty ? "Tick something, or say it in your words." : undefined}
          />
          {ask.failure && <FieldError>{ask.failure}</FieldError>}
        </div>
      </Dialog>
    </Section>
  )
}

function Standing({ adjustments }: { adjustments: State }) {
  const { state, granted, answer, timeFactor } = adjustments
  if (state === "none")
    return (
      <p className="text-ink-2">
        More time, captions, writing instead of speaking, a break: ask for whatever lets you show your work
        well. It has no part in the decision.
      </p>
    )
  if (state === "asked")
    return <p>You asked for adjustments. A recruiter reads it, and the answer appears here.</p>
  const things = [
    state === "granted" && factorWords(timeFactor),
    ...granted.filter((kind) => kind !== "extra-time").map(adjustmentLabel),
  ]
  return (
    <div className="grid gap-2">
      <p>{state === "granted" ? "Arranged for you:" : "We couldn’t arrange what you asked for."}</p>
      {state === "granted" && (
        <ul>
          {things.filter(Boolean).map((thing) => (
            <li key={String(thing)} className="border-b border-rule py-2">
              {thing}
            </li>
          ))}
        </ul>
      )}
      {answer !== "" && <p className="read break-words whitespace-pre-line">{answer}</p>}
    </div>
  )
}
