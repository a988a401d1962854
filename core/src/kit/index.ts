export { bundleKit, readBundle, type Unbundled } from "./bundle.ts"
export { CODES as PROBLEM_CODES, type ProblemCode, type Severity } from "./codes.ts"
export { countKit, type KitCounts } from "./counts.ts"
export { compareKits, type KitChange, type KitComparison } from "./diff/compare.ts"
export { describeComparison } from "./diff/describe.ts"
export { kitDigest } from "./digest.ts"
export { nearest } from "./nearest.ts"
export { hasErrors, type Problem } from "./problem.ts"
export { peekKit, refOf } from "./extend/manifest.ts"
export { type KitReading, readKit, type ReadOptions } from "./read.ts"
export { jsonSchemas, SCHEMA_COMMENT } from "./reference/json-schema.ts"
export type { Block, Document, Inline } from "./render/blocks.ts"
export { bookletOf } from "./render/booklet.ts"
export { candidateGuideOf } from "./render/candidate.ts"
export { documentHtml } from "./render/html.ts"
export * from "./schema.ts"
export {
  candidateCodingOf,
  recordingRules,
  competencyById,
  exerciseById,
  forAudience,
  type KitAudience,
  type PanelPart,
  panelPartOf,
  questionById,
  roundById,
  type RoundItem,
  roundItems,
  withoutPanelParts,
} from "./select.ts"
export { KIT_LIMITS, type KitFile } from "./tree.ts"
