import { type RefObject, useEffect, useMemo, useRef } from "react"
import { useNow } from "../../ui/index.ts"
import type { ConsoleSession, Snapshot } from "./console-session.ts"
import type { RoundPlan } from "./console-store.ts"
import { placesOf } from "./round-state.ts"

/** Where a round stands now, renewed every second, and what the one who asks does in it. */
export function useRound(
  session: ConsoleSession<RoundPlan>,
  snapshot: Snapshot<RoundPlan>,
  plan: RoundPlan,
  area: RefObject<HTMLTextAreaElement | null>,
) {
  useNow(1000)
  const places = useMemo(() => placesOf(plan), [plan])
  const { state } = snapshot
  const started = state.started || snapshot.startedAt !== undefined
  const ended = state.endedAt !== undefined
  const at = Math.max(
    0,
    places.findIndex((place) => place.id === state.at),
  )
  const place = places[at]
  const item = plan.items.find((candidate) => candidate.id === place?.id)

  // Opened again in the middle of a talk, the fingers find the line where they left it.
  const running = useRef(started && !ended)
  useEffect(() => {
    if (running.current) area.current?.focus()
  }, [area])

  const begin = () => {
    session.start()
    area.current?.focus()
  }
  const go = (step: 1 | -1) => {
    if (!started) return begin()
    const next = places[at + step]
    if (next) session.enter(next.id)
    else if (step === 1) session.end()
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
  return {
    places,
    place,
    item,
    last: at === places.length - 1,
    started,
    ended,
    second: session.second(),
    go,
    toggleSign,
    probe,
    skip,
  }
}
