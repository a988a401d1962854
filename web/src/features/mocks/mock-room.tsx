import { TELLS } from "@backfill/contract"
import { useRef, useState } from "react"
import { RoomShell, useKeys } from "../../app/index.ts"
import { Button, FootKeys } from "../../ui/index.ts"
import { ConnectionLine } from "../interviews/connection-line.tsx"
import { consoleKeys } from "../interviews/console-keys.ts"
import type { ConsoleSession, Snapshot } from "../interviews/console-session.ts"
import { NotesPanel } from "../interviews/notes-panel.tsx"
import { Question } from "../interviews/question.tsx"
import { RoundGrid } from "../interviews/round-grid.tsx"
import { RoundRuler } from "../interviews/round-ruler.tsx"
import { RoundTime } from "../interviews/round-time.tsx"
import { useRound } from "../interviews/use-round.ts"
import { backToMocks } from "./mock-frame.tsx"
import { TellList } from "./tell-list.tsx"
import { tellWords } from "./tells.ts"
import { type MockPlan, otherName, type TimedMock } from "./use-mock.ts"

type MockRoomProps = {
  session: ConsoleSession<MockPlan>
  snapshot: Snapshot<MockPlan>
  plan: MockPlan
  mock: TimedMock
}

/** The console of an interview, with tells to tick and nobody's card at the end. */
export function MockRoom({ session, snapshot, plan, mock }: MockRoomProps) {
  const [open, setOpen] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const round = useRound(session, snapshot, plan, area)
  const { places, item, last, started, ended, second, go, toggleSign, probe, skip } = round
  const { state } = snapshot
  const other = otherName(mock)
  const number = plan.items.findIndex(({ id }) => id === item?.id) + 1
  const toggleTell = (index: number) => {
    if (item && started)
      session.mark(state.heard.get(item.id)?.has(index) ? "unhear" : "hear", item.id, index)
  }
  useKeys(
    {
      ...consoleKeys({
        go,
        toggleSign,
        probe,
        skip,
        toggleOpen: () => setOpen(!open),
        toNote: () => area.current?.focus(),
        leaveNote: () => area.current?.blur(),
      }),
      ...Object.fromEntries(
        TELLS.map((tell, at) => [
          tellWords[tell].key,
          { label: `Tell: ${tellWords[tell].words.toLowerCase()}`, run: () => toggleTell(at + 1) },
        ]),
      ),
    },
    "Mock interview",
  )
  return (
    <RoomShell
      back={backToMocks}
      title={`You ask ${other}`}
      detail={mock.halves.length === 2 ? "Second half" : "First half"}
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
          <>
            {item && <TellList heard={state.heard.get(item.id)} ready={started} onToggle={toggleTell} />}
            <FootKeys
              keys={[
                { keys: "e", label: "expectations" },
                { keys: "i", label: "note" },
                { keys: "?", label: "all keys" },
              ]}
            />
            <Button variant="primary" keys="mod+enter" onClick={() => go(1)}>
              {!started ? "Start the clock" : last ? "End this half" : "Next question"}
            </Button>
          </>
        }
        notes={
          <NotesPanel
            session={session}
            snapshot={snapshot}
            console={plan}
            places={places}
            second={second}
            area={area}
            alsoAt={(place) =>
              [...(state.heard.get(place) ?? [])].map(([index, at]) => {
                const tell = TELLS[index - 1]
                return { key: `hear-${index}`, at, words: `tell: ${tell ? tellWords[tell].words : index}` }
              })
            }
            whose={`${other} sees none of it until you hand it over; then it is theirs.`}
          />
        }
      >
        {item && (
          <Question
            item={item}
            place={`Question ${number} of ${plan.items.length}`}
            level={plan.level}
            state={state}
            open={open}
            onProbe={probe}
            onSign={toggleSign}
          />
        )}
      </RoundGrid>
    </RoomShell>
  )
}
