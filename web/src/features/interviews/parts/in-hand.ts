import type { RefObject } from "react"
import type { RoundState } from "../round-state.ts"

export type PartMark = "tell" | "cue" | "step"
/** What every part needs of the room. */
export type InHand = {
  itemId: string
  minutes: number
  state: RoundState
  /** Seconds spent at the exercise so far. */
  spent: number
  field: RefObject<HTMLInputElement | null>
  /** Marks, or takes back. */
  onMark: (mark: PartMark, index: number) => void
  onLeaveSearch: () => void
}
