import type { ConsolePart } from "@backfill/contract"
import { CodingPart } from "./coding-part.tsx"
import { DesignPart } from "./design-part.tsx"
import { DrillPart } from "./drill-part.tsx"
import type { InHand } from "./in-hand.ts"
import { SimulationPart } from "./simulation-part.tsx"

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
