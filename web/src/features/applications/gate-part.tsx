import type { Application, Gate } from "@backfill/contract"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, FieldError, Link, Section, Time } from "../../ui/index.ts"
import { ButtonLink } from "../../ui/button-link.tsx"
import { can } from "./commands.ts"
import { RoundLine } from "./round-line.tsx"
import { ScheduleDialog } from "./schedule-dialog.tsx"

const choices = { advance: "Advanced", stop: "Stopped", hold: "On hold" }

export const debriefPath = (applicationId: string, stageIndex: number) =>
  `/applications/${applicationId}/stages/${stageIndex}/debrief`

/** One stage's gate: its rounds, what is missing, and the way to its debrief. */
export function GatePart({ application, gate, now }: { application: Application; gate: Gate; now: boolean }) {
  const [roundId, setRoundId] = useState<string>()
  const round = gate.roundsToSchedule.find((each) => each.roundId === roundId)
  const mayRead = gate.state === "debrief" || gate.state === "decided"
  return (
    <Section
      title={gate.title}
      rule={now ? "ink" : "hair"}
      note={now ? "now" : undefined}
      aside={
        gate.decision ? (
          <>
            {choices[gate.decision.choice]} by {gate.decision.by},{" "}
            <Time at={gate.decision.at} form="relative" />
          </>
        ) : undefined
      }
    >
      {gate.interviews.length > 0 && (
        <ul aria-label={`Rounds of ${gate.title}`}>
          {gate.interviews.map((each) => (
            <RoundLine key={each.id} application={application} round={each} />
          ))}
        </ul>
      )}
      {now && gate.roundsToSchedule.length > 0 && (
        <ul aria-label="Rounds to schedule">
          {gate.roundsToSchedule.map((each) => (
            <li
              key={each.roundId}
              className="flex flex-wrap items-center justify-between gap-x-6 border-b border-rule py-1"
            >
              <span>
                {each.title} <span className="text-small text-ink-2">{each.minutes} min, not scheduled</span>
              </span>
              {can(application, "schedule") && (
                <Button onClick={() => setRoundId(each.roundId)}>Schedule</Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
        {now && gate.state === "ready" && can(application, "openDebrief") && (
          <OpenDebrief application={application} gate={gate} />
        )}
        {mayRead &&
          (now && gate.state === "debrief" ? (
            <ButtonLink to={debriefPath(application.id, gate.stageIndex)}>Go to the debrief</ButtonLink>
          ) : (
            (gate.interviews.length > 0 || gate.kind === "offer") && (
              <Link to={debriefPath(application.id, gate.stageIndex)}>Read the debrief</Link>
            )
          ))}
      </div>
      {round && (
        <ScheduleDialog application={application} round={round} onClose={() => setRoundId(undefined)} />
      )}
    </Section>
  )
}

function OpenDebrief({ application, gate }: { application: Application; gate: Gate }) {
  const navigate = useNavigate()
  const open = useAct(
    (version: number, key) =>
      client.debriefs.open({
        params: { applicationId: application.id, stageIndex: gate.stageIndex },
        body: { version },
        key,
      }),
    () => navigate({ to: debriefPath(application.id, gate.stageIndex) }),
  )
  return (
    <>
      <Button variant="primary" pending={open.pending} onClick={() => void open.run(application.version)}>
        Open the debrief
      </Button>
      {open.failure && <FieldError>{open.failure}</FieldError>}
    </>
  )
}
