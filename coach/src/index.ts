export { type Finding, FEWEST, MOST, SILENT_BELOW } from "./findings/findings.ts"
export {
  appliesTo,
  FAILURE_THEMES,
  FINDINGS,
  type FindingId,
  THEMES,
  TRADEOFF_THEMES,
} from "./findings/ids.ts"
export { BY_IMPORTANCE, hintsToShow } from "./findings/order.ts"
export { FASTEST, SLOWEST, spokenSeconds } from "./pace.ts"
export { PARTS, type Part } from "./parts/part.ts"
export {
  type Details,
  readStory,
  readStoryInDetail,
  type Reading,
  type ReadOptions,
  type ReadSentence,
} from "./read.ts"
export type { Facts } from "./story/facts.ts"
export type { Voice } from "./story/voice.ts"
export type { Change } from "./text/changes.ts"
export type { Quantity, QuantityKind } from "./text/quantities.ts"
export type { Span } from "./text/sentences.ts"
export { countWords } from "./text/tokens.ts"
export { WORKED_STORIES } from "./worked/index.ts"
export { textOf, type WorkedStory } from "./worked/worked.ts"
