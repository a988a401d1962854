export { bundleKit, readBundle, type Unbundled } from "./bundle.ts"
export { CODES as PROBLEM_CODES, type ProblemCode, type Severity } from "./codes.ts"
export { kitDigest } from "./digest.ts"
export { hasErrors, type Problem } from "./problem.ts"
export { peekKit, refOf } from "./extend/manifest.ts"
export { readKit, type ReadOptions } from "./read.ts"
export * from "./schema.ts"
export {
  competencyById,
  exerciseById,
  forAudience,
  type KitAudience,
  questionById,
  roundById,
  type RoundItem,
  roundItems,
  withoutPanelParts,
} from "./select.ts"
export { KIT_LIMITS, type KitFile } from "./tree.ts"
