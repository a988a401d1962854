import type { ConsoleItem } from "@backfill/contract"
import { type RefObject, useRef, useState } from "react"
import type { ConsoleActions } from "../console-keys.ts"
import type { ConsoleSession } from "../console-session.ts"
import { type RoundState, secondsAt } from "../round-state.ts"
import { cuesOf, cueToShow } from "./cues.ts"
import { factsOf } from "./facts.ts"
import type { InHand, PartMark } from "./in-hand.ts"

type Room = {
  session: ConsoleSession
  state: RoundState
  item: ConsoleItem | undefined
  second: number
  note: RefObject<HTMLTextAreaElement | null>
}

const marks = {
  tell: { of: "told", back: "untell" },
  cue: { of: "cued", back: "uncue" },
  step: { of: "stepped", back: "unstep" },
} as const

/** What the present exercise's part needs of the room, and the keys it adds. */
export function useInHand({ session, state, item, second, note }: Room) {
  const field = useRef<HTMLInputElement>(null)
  const [picked, setPicked] = useState<{ itemId: string; index: number }>()
  const [neverOpen, setNeverOpen] = useState(false)
  const part = item?.part ?? null
  const itemId = item?.id ?? ""
  const minutes = item?.minutes ?? 0
  const spent = secondsAt(state, itemId, second)
  const onMark = (mark: PartMark, index: number) => {
    const { of, back } = marks[mark]
    session.mark(state[of].get(itemId)?.has(index) ? back : mark, itemId, index)
  }
  const cues = cuesOf(part, minutes)
  const cued = state.cued.get(itemId)
  const shown =
    cues.find(({ index }) => picked?.itemId === itemId && picked.index === index) ?? cueToShow(cues, cued)
  const onCue = () => {
    setPicked(undefined)
    if (shown) onMark("cue", shown.index)
  }
  const onNever = () => setNeverOpen(!neverOpen)
  const findFact = () => {
    if (document.activeElement === field.current) return false
    field.current?.focus()
    field.current?.scrollIntoView({ block: "nearest" })
    return true
  }
  const keys: Pick<ConsoleActions, "findFact" | "cue" | "never"> = {
    ...(factsOf(part).length > 0 && { findFact }),
    ...(cues.length > 0 && { cue: onCue }),
    ...(part?.kind === "simulation" && { never: onNever }),
  }
  const hand: InHand = {
    itemId,
    minutes,
    state,
    spent,
    field,
    onMark,
    onLeaveSearch: () => note.current?.focus(),
  }
  const strip = {
    spent,
    cues,
    shown,
    cued,
    onCue,
    neverOpen,
    onNever,
    told: state.told.get(itemId),
    onPick: (index: number) => setPicked({ itemId, index }),
  }
  return { keys, hand, strip }
}
