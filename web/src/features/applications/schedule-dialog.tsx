import type { Application, Gate } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Checkbox, Dialog, FieldError, useToast, useZone } from "../../ui/index.ts"
import { openingQuery } from "../openings/queries.ts"
import { instantAt } from "./when.ts"
import { type When, WhenFields } from "./when-fields.tsx"

export type ScheduleDialogProps = {
  application: Application
  round: Gate["roundsToSchedule"][number]
  onClose: () => void
}
type Body = { roundId: string; startsAt: string; timeZone: string; where: string; interviewers: string[] }

/** Sets when, where and with whom a round takes place. */
export function ScheduleDialog({ application, round, onClose }: ScheduleDialogProps) {
  const toast = useToast()
  const zone = useZone()
  const [when, setWhen] = useState<When>({ date: "", time: "", zone, where: "" })
  const [chosen, setChosen] = useState<string[]>(() => round.interviewers.map(({ id }) => id))
  const [tried, setTried] = useState(false)
  const opening = useQuery(openingQuery(application.openingId))
  const schedule = useAct(
    (body: Body, key) =>
      client.applications.schedule({ params: { applicationId: application.id }, body, key }),
    () => {
      toast({ message: `${round.title} is scheduled.` })
      onClose()
    },
  )
  const team = opening.data?.team
  const people = new Map(
    [
      ...round.interviewers,
      ...(team ? [...team.interviewers, ...team.hiringManagers, ...team.recruiters] : []),
    ].map((person) => [person.id, person.name]),
  )
  const startsAt = instantAt(when.date, when.time, when.zone)
  const send = () => {
    setTried(true)
    if (!startsAt || chosen.length === 0) return
    const { zone, where } = when
    void schedule.run({
      roundId: round.roundId,
      startsAt,
      timeZone: zone,
      where: where.trim(),
      interviewers: chosen,
    })
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Schedule ${round.title}`}
      description={`${round.minutes} minutes with ${application.name}`}
      actions={
        <>
          <Button variant="primary" pending={schedule.pending} onClick={send}>
            Schedule it
          </Button>
          <Button onClick={onClose}>Leave it</Button>
        </>
      }
    >
      <div className="grid gap-4">
        <WhenFields when={when} onChange={setWhen} theirs={application.contact?.timeZone} tried={tried} />
        <fieldset>
          <legend className="text-ink-2">Interviewers</legend>
          <div className="grid sm:grid-cols-2">
            {[...people].map(([id, name]) => (
              <Checkbox
                key={id}
                label={name}
                help={round.interviewers.some((each) => each.id === id) ? "as planned" : undefined}
                checked={chosen.includes(id)}
                onChange={(event) =>
                  setChosen(event.target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
                }
              />
            ))}
          </div>
          {tried && chosen.length === 0 && <FieldError>Choose who runs it.</FieldError>}
          {chosen.length > 8 && (
            <FieldError>Eight at most; a room full of people is no interview.</FieldError>
          )}
        </fieldset>
        {schedule.failure && <FieldError>{schedule.failure}</FieldError>}
      </div>
    </Dialog>
  )
}
