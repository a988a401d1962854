import type { Length } from "../practice/length-choice.ts"
import { minutesAndSeconds } from "../stories/editor/words.ts"

/** Where somebody stands while telling: before the aim, past it, or over the limit. */
export type TellStage = "before" | "past" | "over"

export const stageAt = (seconds: number, { aim, limit }: Length): TellStage =>
  seconds > limit ? "over" : seconds > aim ? "past" : "before"

/** What stands beside the time while telling: calm, and nothing that has to be read twice. */
export function tellNote(seconds: number, { aim, limit }: Length): string {
  switch (stageAt(seconds, { aim, limit })) {
    case "before":
      return `you aim at ${minutesAndSeconds(aim)}`
    case "past":
      return `past your ${minutesAndSeconds(aim)}; what came of it?`
    case "over":
      return `over ${minutesAndSeconds(limit)}; finish your sentence`
  }
}

/** What a screen reader hears while telling: at half, at the aim and at the limit. */
export function tellSpoken(seconds: number, length: Length): string {
  const stage = stageAt(seconds, length)
  if (stage === "over") return "You are over your limit. Finish your sentence."
  if (stage === "past") return "That was the length you aim at."
  return seconds > length.aim / 2 ? "Half of the length you aim at." : ""
}

/** A told length against one’s aim and limit, as a finding. */
export function lengthFinding(seconds: number, { aim, limit }: Length): string {
  const told = minutesAndSeconds(seconds)
  const off = Math.round(Math.abs(seconds - aim))
  if (off <= aim / 10) return `${told}, about the ${minutesAndSeconds(aim)} you aim at`
  if (seconds > limit)
    return `${told}, ${minutesAndSeconds(Math.round(seconds - limit))} over your limit of ${minutesAndSeconds(limit)}`
  return `${told}, ${minutesAndSeconds(off)} ${seconds > aim ? "more" : "less"} than the ${minutesAndSeconds(aim)} you aim at`
}
