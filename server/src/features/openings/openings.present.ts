import type { Opening, PlanView } from "@backfill/contract"
import { checkPlan, type Kit, type Plan, type PlanWarning } from "@backfill/core"
import type { OpeningPage, OpeningRow, TeamRole } from "./openings.store.ts"

export function presentOpening({ opening: row, team, counts }: OpeningPage, kit: Kit): Opening {
  const having = (role: TeamRole) =>
    team.filter((member) => member.role === role).map(({ id, name }) => ({ id, name }))
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    location: row.location,
    level: row.level,
    description: row.description,
    state: row.state,
    kit: { id: kit.id, title: kit.title, version: kit.version, digest: kit.digest },
    planVersion: row.planVersion,
    planLocked: row.planLockedAt !== null,
    version: row.version,
    team: {
      recruiters: having("recruiter"),
      hiringManagers: having("hiring-manager"),
      interviewers: having("interviewer"),
    },
    counts,
    createdAt: row.createdAt.toISOString(),
  }
}

type History = { planVersion: number; at: Date; by: string; reason: string | null; changes: string[] }[]

export function presentPlan(row: OpeningRow, plan: Plan, kit: Kit, history: History): PlanView {
  const available = [
    ...kit.questions
      .filter((q) => q.audience !== "practice")
      .map((q) => ({
        kind: "question" as const,
        id: q.id,
        title: q.title,
        type: q.kind,
        competencies: [q.competency],
        minutes: q.minutes,
      })),
    ...kit.exercises
      .filter((e) => e.audience !== "practice")
      .map((e) => ({
        kind: "exercise" as const,
        id: e.id,
        title: e.title,
        type: e.type,
        competencies: e.competencies,
        minutes: e.minutes,
      })),
  ]
  return {
    plan,
    planVersion: row.planVersion,
    locked: row.planLockedAt !== null,
    warnings: checkPlan(plan, kit).map((warning) => ({
      code: warning.code,
      message: warning.message,
      path: placeOf(warning),
    })),
    competencies: kit.competencies.map(({ id, title }) => ({ id, title })),
    available,
    history: history.map((entry) => ({ ...entry, at: entry.at.toISOString() })),
  }
}

/** Where in the plan a warning belongs, as ids from the outside in. */
const placeOf = ({ stageId, roundId, itemId, competencyId }: PlanWarning): string =>
  [stageId, roundId, itemId, competencyId].filter((id) => id !== undefined).join("/")
