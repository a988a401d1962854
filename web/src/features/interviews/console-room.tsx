import type { Console } from "@backfill/contract"
import { useRef, useState } from "react"
import { RoomShell, useKeys } from "../../app/index.ts"
import { Button, FootKeys } from "../../ui/index.ts"
import { RoundFlag } from "../kits/round-flag.tsx"
import { ConnectionLine } from "./connection-line.tsx"
import { consoleKeys } from "./console-keys.ts"
import type { ConsoleSession, Snapshot } from "./console-session.ts"
import { NotesPanel } from "./notes-panel.tsx"
import { ClockStrip, hasStrip } from "./parts/clock-strip.tsx"
import { PartBody } from "./parts/part-body.tsx"
import { useInHand } from "./parts/use-in-hand.ts"
import { Question } from "./question.tsx"
import { RoundGrid } from "./round-grid.tsx"
import { RoundEnd } from "./round-end.tsx"
import { RoundRuler } from "./round-ruler.tsx"
import { RoundTime } from "./round-time.tsx"
import { StretchPage } from "./stretch-page.tsx"
import { useRound } from "./use-round.ts"

type ConsoleRoomProps = { session: ConsoleSession; snapshot: Snapshot; console: Console }

/** The room during the talk: order at the left, question in the middle, notes at the right. */
export function ConsoleRoom({ session, snapshot, console: plan }: ConsoleRoomProps) {
  const [open, setOpen] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const round = useRound(session, snapshot, plan, area)
  const { places, place, item, last, started, ended, second, go, toggleSign, probe, skip } = round
  const { state } = snapshot
  const inHand = useInHand({ session, state, item, second, note: area })
  useKeys(
    consoleKeys({
      ...inHand.keys,
      go,
      toggleSign,
      probe,
      skip,
      toggleOpen: () => setOpen(!open),
      toNote: () => area.current?.focus(),
      leaveNote: () => area.current?.blur(),
    }),
    "Interview",
  )

  const number = plan.items.findIndex((candidate) => candidate.id === item?.id) + 1
  const lines = snapshot.notes.length
  return (
    <RoomShell
      back={{ to: "/interviews", label: "My interviews" }}
      title={plan.candidate}
      detail={`${plan.interview.title}, ${plan.openingTitle}`}
      clock={
        <RoundTime
          plan={plan}
          started={started}
          startedAt={snapshot.startedAt}
          ended={ended}
          second={second}
        />
      }
      status={<ConnectionLine snapshot={snapshot} />}
    >
      <RoundGrid
        strip={item && !ended && hasStrip(item) && <ClockStrip key={item.id} item={item} {...inHand.strip} />}
        order={
          <RoundRuler
            places={places}
            minutes={plan.minutes}
            state={state}
            second={second}
            onEnter={(id) => session.enter(id)}
          />
        }
        foot={
          !ended && (
            <>
              <FootKeys
                keys={[
                  { keys: "e", label: "expectations" },
                  ...(inHand.keys.findFact ? [{ keys: "f", label: "find a fact" }] : []),
                  { keys: "i", label: "note" },
                  { keys: "?", label: "all keys" },
                ]}
              />
              <Button variant="primary" keys="mod+enter" onClick={() => go(1)}>
                {!started ? "Start the round" : last ? "End the round" : "Next question"}
              </Button>
            </>
          )
        }
        notes={
          <NotesPanel
            session={session}
            snapshot={snapshot}
            console={plan}
            places={places}
            second={second}
            area={area}
            whose="Nobody else sees these until your card is in and the debrief opens."
          />
        }
      >
        {ended ? (
          <RoundEnd
            interviewId={plan.interview.id}
            places={places}
            state={state}
            lines={lines}
            submitted={plan.submitted}
            onGoOn={() => place && session.enter(place.id)}
          />
        ) : item ? (
          <Question
            item={item}
            place={`${item.kind === "exercise" ? "Exercise" : "Question"} ${number} of ${plan.items.length}`}
            level={plan.level}
            state={state}
            open={open}
            onProbe={probe}
            onSign={toggleSign}
            part={item.part && <PartBody key={item.id} part={item.part} hand={inHand.hand} />}
            aside={
              <RoundFlag
                key={item.id}
                interviewId={plan.interview.id}
                item={{ kind: item.kind, id: item.id }}
              />
            }
          />
        ) : (
          place && <StretchPage place={place} />
        )}
      </RoundGrid>
    </RoomShell>
  )
}
