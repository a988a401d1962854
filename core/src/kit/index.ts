export { bundleKit, readBundle } from "./bundle.ts"
export { CODES as PROBLEM_CODES, type ProblemCode, type Severity } from "./codes.ts"
export { kitDigest } from "./digest.ts"
export { nearest } from "./nearest.ts"
export { hasErrors, type Problem } from "./problem.ts"
export { readKit } from "./read.ts"
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
} from "./select.ts"
export { KIT_LIMITS, type KitFile } from "./tree.ts"
