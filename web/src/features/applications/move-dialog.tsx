import type { Application, InterviewCard } from "@backfill/contract"
import type { z } from "zod"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Dialog, FieldError, useToast } from "../../ui/index.ts"
import { inputsAt, instantAt } from "./when.ts"
import { type When, WhenFields } from "./when-fields.tsx"

export type Round = z.infer<typeof InterviewCard>
type Body = { startsAt?: string; timeZone?: string; where?: string; cancelled?: boolean; version: number }

/** Moves a scheduled round or calls it off; both are told to everyone invited. */
export function MoveDialog({
  application,
  round,
  onClose,
}: {
  application: Application
  round: Round
  onClose: () => void
}) {
  const toast = useToast()
  const [when, setWhen] = useState<When>(() => ({
    ...(round.startsAt ? inputsAt(round.startsAt, round.timeZone) : { date: "", time: "" }),
    zone: round.timeZone,
    where: round.where,
  }))
  const [tried, setTried] = useState(false)
  const move = useAct(
    (body: Body, key) => client.interviews.reschedule({ params: { interviewId: round.id }, body, key }),
    (_, body) => {
      toast({ message: body.cancelled ? `${round.title} is called off.` : `${round.title} is moved.` })
      onClose()
    },
  )
  const { version } = round
  const startsAt = instantAt(when.date, when.time, when.zone)
  const send = () => {
    setTried(true)
    if (startsAt) void move.run({ startsAt, timeZone: when.zone, where: when.where.trim(), version })
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Move ${round.title}`}
      actions={
        <>
          <Button variant="primary" pending={move.pending} onClick={send}>
            Move it
          </Button>
          <Button onClick={onClose}>Leave it</Button>
          <Button
            variant="danger"
            pending={move.pending}
            onClick={() => void move.run({ cancelled: true, version })}
          >
            Call it off
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <WhenFields when={when} onChange={setWhen} theirs={application.contact?.timeZone} tried={tried} />
        {move.failure && <FieldError>{move.failure}</FieldError>}
      </div>
    </Dialog>
  )
}
