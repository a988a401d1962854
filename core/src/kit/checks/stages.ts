import type { Draft } from "../draft.ts"
import { type Problem, problem, quote } from "../problem.ts"

/** Stages: everybody enters by the application, which is the first stage and no other. */
export function checkStages(draft: Draft): Problem[] {
  const { rounds } = draft
  if (!rounds) return []
  return rounds.data.stages.flatMap(({ id, kind }, index) => {
    if ((index === 0) === (kind === "application")) return []
    const message =
      index === 0
        ? `The first stage, ${quote(id)}, is of kind ${kind}, so nobody could apply.`
        : `The stage ${quote(id)} is an application too, in the middle of the process.`
    const help =
      index === 0 ? "Put a stage of kind application first." : "Use screen, interviews or offer as its kind."
    return [
      problem(
        "stage-application",
        rounds.source.file,
        rounds.source.place(["stages", index, "kind"]),
        message,
        help,
      ),
    ]
  })
}
