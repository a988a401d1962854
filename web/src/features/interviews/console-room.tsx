import type { Console } from "@backfill/contract"
import { useEffect, useMemo, useRef, useState } from "react"
import { RoomShell, useKeys } from "../../app/index.ts"
import { Button, FootKeys, useNow } from "../../ui/index.ts"
import { RoundFlag } from "../kits/round-flag.tsx"
import { ConnectionLine } from "./connection-line.tsx"
import { consoleKeys } from "./console-keys.ts"
import type { ConsoleSession, Snapshot } from "./console-session.ts"
import { NotesPanel } from "./notes-panel.tsx"
import { ClockStrip, hasStrip } from "./parts/clock-strip.tsx"
import { PartBody } from "./parts/part-body.tsx"
import { useInHand } from "./parts/use-in-hand.ts"
import { Question } from "./question.tsx"
import { RoundEnd } from "./round-end.tsx"
import { RoundRuler } from "./round-ruler.tsx"
import { placesOf } from "./round-state.ts"
import { RoundTime } from "./round-time.tsx"
import { StretchPage } from "./stretch-page.tsx"

type ConsoleRoomProps = { session: ConsoleSession; snapshot: Snapshot; console: Console }

/** The room during the talk: order at the left, question in the middle, notes at the right. */
export function ConsoleRoom({ session, snapshot, console: plan }: ConsoleRoomProps) {
  useNow(1000)
  const [open, setOpen] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const places = useMemo(() => placesOf(plan), [plan])
  const { state } = snapshot
  const started = state.started || snapshot.startedAt !== undefined
  const ended = state.endedAt !== undefined
  const second = session.second()
  const at = Math.max(
    0,
    places.findIndex((place) => place.id === state.at),
  )
  const place = places[at]
  const item = plan.items.find((candidate) => candidate.id === place?.id)
  const last = at === places.length - 1

  // Opened again in the middle of a talk, the fingers find the line where they left it.
  const running = useRef(started && !ended)
  useEffect(() => {
    if (running.current) area.current?.focus()
  }, [])

  const go = (step: 1 | -1) => {
    if (!started) return begin()
    const next = places[at + step]
    if (next) session.enter(next.id)
    else if (step === 1) session.end()
  }
  const begin = () => {
    session.start()
    area.current?.focus()
  }
  const toggleSign = (index: number) => {
    if (!item || Math.abs(index) > (index > 0 ? item.positive : item.negative).length) return
    session.mark(state.ticks.get(item.id)?.has(index) ? "untick" : "tick", item.id, index)
  }
  const probe = (index: number) =>
    item && index <= item.probes.length && session.mark("probe", item.id, index)
  const skip = () => {
    if (!item || !started) return
    const back = state.skipped.has(item.id)
    session.mark(back ? "unskip" : "skip", item.id)
    if (!back) go(1)
  }
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
      <div className="flex flex-1 flex-col lg:h-[calc(100dvh-var(--bar))] lg:flex-none">
        {item && !ended && hasStrip(item) && <ClockStrip key={item.id} item={item} {...inHand.strip} />}
        <div className="flex flex-1 flex-col lg:grid lg:min-h-0 lg:grid-cols-[272px_minmax(0,1fr)_minmax(20rem,26rem)] lg:grid-rows-[minmax(0,1fr)]">
          <div className="relative border-rule max-lg:order-3 max-lg:border-t lg:overflow-y-auto lg:border-r">
            <RoundRuler
              places={places}
              minutes={plan.minutes}
              state={state}
              second={second}
              onEnter={(id) => session.enter(id)}
            />
          </div>
          <div className="@container relative flex min-w-0 flex-col px-5 pt-8 max-lg:pb-8 lg:overflow-y-auto xl:px-16">
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
            {!ended && (
              <div className="sticky bottom-0 -mx-2 mt-auto flex min-h-16 flex-wrap items-center justify-between gap-x-6 gap-y-2 bg-paper px-2 py-3">
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
              </div>
            )}
          </div>
          <aside
            aria-label="Notes"
            className="relative border-rule max-lg:border-t lg:overflow-y-auto lg:border-l"
          >
            <NotesPanel
              session={session}
              snapshot={snapshot}
              console={plan}
              places={places}
              second={second}
              area={area}
            />
          </aside>
        </div>
      </div>
    </RoomShell>
  )
}
