import type { Draft } from "../draft.ts"
import { FILE_START, type Problem, problem } from "../problem.ts"
import { Comparison } from "../rules/likeness.ts"
import { checkCoverage } from "./coverage.ts"
import { checkForm } from "./form.ts"
import { checkFramework } from "./framework.ts"
import { checkGrowth } from "./growth.ts"
import { checkIds } from "./ids.ts"
import { checkJudging } from "./judging.ts"
import { checkProse } from "./prose.ts"
import { checkReadable } from "./readable.ts"
import { checkReferences } from "./references.ts"
import { checkRounds } from "./rounds.ts"
import { checkStages } from "./stages.ts"
import { checkTypeParts } from "./type-parts.ts"
import { checkWording } from "./wording.ts"

/** What a kit needs to be used at all: with any of these wrong, rounds couldn't be planned or answers not scored. */
const STRUCTURE: readonly ((draft: Draft) => Problem[])[] = [
  checkIds,
  checkReferences,
  checkFramework,
  checkJudging,
  checkForm,
  checkRounds,
  checkStages,
  checkTypeParts,
]

/** How well it is written. These rules grow sharper with time, so a kit that was pinned earlier isn't held to them again. */
const WRITING: readonly ((draft: Draft, comparison: Comparison) => Problem[])[] = [
  checkCoverage,
  checkGrowth,
  checkWording,
  checkReadable,
  checkProse,
]

/** Everything that can be wrong between files and values each valid by itself. */
export function checkDraft(draft: Draft, { pinned = false } = {}): Problem[] {
  const problems = STRUCTURE.flatMap((check) => check(draft))
  if (pinned) return problems
  const comparison = new Comparison()
  const written = WRITING.flatMap((check) => check(draft, comparison))
  return [...problems, ...written, ...(comparison.hasGivenUp ? [tooWordy()] : [])]
}

function tooWordy(): Problem {
  const message = "Too many texts of this kit resemble one another; not all of them were compared."
  const help = "Say each thing once, in the words of its place, or split the kit."
  return problem("kit-too-wordy", "", FILE_START, message, help)
}
