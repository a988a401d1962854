import { checkAround, checkDesign } from "./check.ts"
import { type Design, design } from "./document.ts"
import type { DesignProblem, Reading } from "./schema.ts"

/** At most this many problems are told at once. */
const MOST_PROBLEMS = 100

/** A design that can be run, or every reason why it can't be. */
export function readDesign(value: unknown): { design: Design | null; problems: DesignProblem[] } {
  const into: Reading = { problems: [] }
  const read = design.read(value, "", into)
  const problems = read === undefined ? [...into.problems, ...checkAround(value)] : checkDesign(read)
  const told = problems.slice(0, MOST_PROBLEMS)
  if (problems.length > told.length)
    told.push({
      path: "",
      message: `There are ${problems.length - told.length} more problems. Mend these first.`,
    })
  return { design: read !== undefined && problems.length === 0 ? read : null, problems: told }
}

/** The format as a JSON Schema (draft 2020-12), for editors. */
export function designJsonSchema(): Record<string, unknown> {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "backfill-design/1",
    title: "Backfill design",
    ...design.json(),
  }
}
