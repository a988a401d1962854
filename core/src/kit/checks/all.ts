import type { Draft } from "../draft.ts"
import type { Problem } from "../problem.ts"
import { checkForm } from "./form.ts"
import { checkFramework } from "./framework.ts"
import { checkIds } from "./ids.ts"
import { checkJudging } from "./judging.ts"
import { checkReferences } from "./references.ts"
import { checkRounds } from "./rounds.ts"
import { checkStages } from "./stages.ts"
import { checkTypeParts } from "./type-parts.ts"

const CHECKS: readonly ((draft: Draft) => Problem[])[] = [
  checkIds,
  checkReferences,
  checkFramework,
  checkJudging,
  checkForm,
  checkRounds,
  checkStages,
  checkTypeParts,
]

/** Everything that can be wrong between files and values each valid by itself. */
export function checkDraft(draft: Draft): Problem[] {
  return CHECKS.flatMap((check) => check(draft))
}
