import type { KitSummary, PinnedChanges } from "@backfill/contract"
import { compareKits, forAudience, type Kit, type KitAudience } from "@backfill/core"
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

/** The same for someone practising: only a kit that can be used, counted as they will find it, without its faults. */
export function presentPracticeSummary(found: FoundKit): KitSummary[] {
  if (!found.kit) return []
  const kit = presentKit(found.kit, "practice")
  return [presentKitSummary({ ...found, kit, problems: [] })]
}

/** The one guide that isn't for the people who run rounds. */
const OPEN_GUIDE = "candidate"

/** The kit as its readers may have it. Practice gets neither panels' guides nor which answers end an application. */
export function presentKit(kit: Kit, audience: KitAudience): Kit {
  const shown = forAudience(kit, audience)
  if (audience === "panel") return shown
  return {
    ...shown,
    guides: Object.fromEntries(Object.entries(kit.guides).filter(([name]) => name === OPEN_GUIDE)),
    form: { ...kit.form, fields: kit.form.fields.map(({ knockOut: _rule, ...field }) => field) },
  }
}

/** What differs, for a panel's eyes, between a pinned kit and the one on disk, which may be gone. */
export function presentChanges(pinned: Kit, pinnedAt: Date, now: Kit | undefined): PinnedChanges {
  const found = now && compareKits(forAudience(pinned, "panel"), forAudience(now, "panel"))
  return {
    pinned: { version: pinned.version, digest: pinned.digest, at: pinnedAt.toISOString() },
    now: now ? { version: now.version, digest: now.digest } : null,
    same: now?.digest === pinned.digest,
    changes: found?.changes ?? [],
    comparable: found?.comparable ?? true,
    composite: found?.composite ?? [],
  }
}
