import type { ConsolePart } from "@backfill/contract"
import type { RefObject } from "react"
import type { RoundState } from "../round-state.ts"
import { CodingPart } from "./coding-part.tsx"
import { DesignPart } from "./design-part.tsx"
import { DrillPart } from "./drill-part.tsx"
import { SimulationPart } from "./simulation-part.tsx"

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

/** What the interviewer holds in hand during an exercise, by its kind. */
export function PartBody({ part, hand }: { part: ConsolePart; hand: InHand }) {
  switch (part.kind) {
    case "simulation":
      return <SimulationPart part={part} hand={hand} />
    case "design":
      return <DesignPart design={part.design} hand={hand} />
    case "drill":
      return <DrillPart part={part} hand={hand} />
    case "coding":
      return <CodingPart part={part} />
  }
}
