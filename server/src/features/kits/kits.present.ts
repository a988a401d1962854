import type { KitSummary } from "@backfill/contract"
import type { FoundKit } from "../../platform/app.ts"

/** What the list of kits shows: the kit in numbers, or what keeps it from being used. */
export function presentKitSummary(found: FoundKit): KitSummary {
  const { kit, problems } = found
  const count = (severity: "error" | "warning") =>
    problems.filter((problem) => problem.severity === severity).length
  return {
    id: found.id,
    version: kit?.version ?? "",
    title: kit?.title ?? found.id,
    role: kit?.role ?? "",
    digest: kit?.digest ?? "",
    questions: kit?.questions.length ?? 0,
    exercises: kit?.exercises.length ?? 0,
    errors: count("error"),
    warnings: count("warning"),
    problems: problems.map(({ file, line, column, severity, code, message }) => ({
      file,
      line,
      column,
      severity,
      code,
      message,
    })),
  }
}
