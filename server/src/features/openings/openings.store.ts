import { randomBytes, randomUUID } from "node:crypto"
import type { Plan } from "@backfill/core"
import { and, asc, count, desc, eq, inArray, isNull, sql } from "drizzle-orm"
import { ASKED, askedBy, openingFields, type OpeningFacts, SIGNED_IN } from "../../platform/access.ts"
import type { Tx } from "../../platform/app.ts"
import { applications, openings, openingTeam, planVersions } from "../../platform/database/schema/hiring.ts"
import { accounts, sessions } from "../../platform/database/schema/platform.ts"
import { builtOnce } from "../../platform/drizzle.ts"
import type { AccountCaller, Ask, Loaded } from "../../platform/http/call.ts"
import { SESSION } from "../../platform/http/identify.ts"
import { found } from "../../platform/problem-error.ts"

export type OpeningRow = typeof openings.$inferSelect
export type TeamRole = (typeof openingTeam.$inferSelect)["role"]
export interface TeamMember {
  id: string
  name: string
  role: TeamRole
}

/** An address from a title: lower-case words and hyphens, with a few random letters so that it is free. */
export function slugFor(title: string): string {
  const words = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60)
    .replace(/-$/, "")
  return `${words || "opening"}-${randomBytes(3).toString("hex")}`
}

export async function insertOpening(
  tx: Tx,
  opening: Omit<typeof openings.$inferInsert, "id" | "slug">,
  plan: Plan,
): Promise<OpeningRow> {
  const [row] = await tx
    .insert(openings)
    .values({ id: randomUUID(), slug: slugFor(opening.title), ...opening })
    .returning()
  const inserted = found(row)
  await tx.insert(planVersions).values({
    openingId: inserted.id,
    planVersion: 1,
    plan,
    savedBy: opening.createdBy,
    ...(opening.createdAt ? { savedAt: opening.createdAt } : {}),
  })
  return inserted
}

export async function lockOpening(tx: Tx, openingId: string): Promise<OpeningRow> {
  await tx.execute(sql`SELECT 1 FROM hiring.openings WHERE id = ${openingId} FOR UPDATE`)
  return found((await tx.select().from(openings).where(eq(openings.id, openingId)))[0])
}

const byName = (one: TeamMember, other: TeamMember) =>
  one.name < other.name || (one.name === other.name && one.id < other.id) ? -1 : 1

/** The team of the opening in the statement's row, by name; sent by position and ordered here, which costs the database less. */
export const teamOfOpening = sql<[id: string, name: string, role: TeamRole][]>`(
  SELECT coalesce(json_agg(json_build_array(a.id, a.name, t.role)), '[]')
  FROM hiring.opening_team t JOIN platform.accounts a ON a.id = t.account_id WHERE t.opening_id = openings.id)`.mapWith(
  (team: [id: string, name: string, role: TeamRole][]): TeamMember[] =>
    team.map(([id, name, role]) => ({ id, name, role })).sort(byName),
)

/** Active applications, of those waiting for someone here (a card that is due, or a person's look), and ended ones. */
const countsOfOpening = sql<Counts>`(
  SELECT json_build_object(
    'active', count(*) FILTER (WHERE c.ended_at IS NULL),
    'waiting', count(*) FILTER (WHERE c.ended_at IS NULL
      AND (c.status = 'human-look' OR c.cards_due_from <= ${sql.placeholder("now")}::timestamptz)),
    'ended', count(*) FILTER (WHERE c.ended_at IS NOT NULL))
  FROM hiring.applications c WHERE c.opening_id = openings.id)`

export interface Counts {
  active: number
  waiting: number
  ended: number
}

/** Everything an opening's page shows, and what decides whether the account may see it. */
export interface OpeningPage extends OpeningFacts {
  team: TeamMember[]
  counts: Counts
}

const pageFields = (who: typeof ASKED) => ({
  ...openingFields(who),
  team: teamOfOpening,
  counts: countsOfOpening,
})
const pages = (tx: Tx) => tx.select(pageFields(ASKED)).from(openings)

const PAGE = builtOnce((tx) =>
  pages(tx)
    .where(eq(openings.id, sql.placeholder("openingId")))
    .prepare("opening_page"),
)

/** The page of an opening in one statement, which is one snapshot. Throws not_found. */
export async function selectPage(
  tx: Tx,
  account: AccountCaller,
  openingId: string,
  now: Date,
): Promise<OpeningPage> {
  const [page] = await PAGE(tx).execute({ ...askedBy(account), openingId, now: now.toISOString() })
  return found(page)
}

const PAGE_IN_SESSION = builtOnce((tx) =>
  tx
    .select({ account: SESSION.account, ...pageFields(SIGNED_IN) })
    .from(sessions)
    .innerJoin(accounts, SESSION.joined)
    .leftJoin(openings, eq(openings.id, sql.placeholder("openingId")))
    .where(SESSION.valid)
    .prepare("opening_page_in_session"),
)

/** The session's account and the page of an opening, if there is one, in one statement. */
export async function loadPage({
  db,
  params: { openingId },
  session,
}: Ask<{ openingId: string }>): Promise<Loaded<OpeningPage | undefined> | undefined> {
  const [row] = await PAGE_IN_SESSION(db).execute({ ...session, openingId })
  if (!row) return undefined
  const { account, opening, ...rest } = row
  return { account, page: opening ? { opening, ...rest } : undefined }
}

const IDS = sql`${sql.placeholder("ids")}::uuid[]`
const PAGES = builtOnce((tx) =>
  pages(tx)
    .where(sql`${IDS} IS NULL OR openings.id = ANY(${IDS})`)
    .orderBy(desc(openings.createdAt), asc(openings.id))
    .prepare("opening_pages"),
)

/** The pages of openings by ids, or of all of them; the newest first. */
export const selectPages = (
  tx: Tx,
  account: AccountCaller,
  ids: readonly string[] | undefined,
  now: Date,
): Promise<OpeningPage[]> =>
  PAGES(tx).execute({ ...askedBy(account), ids: ids ?? null, now: now.toISOString() })

export async function selectTeam(tx: Tx, openingId: string): Promise<TeamMember[]> {
  return tx
    .select({ id: accounts.id, name: accounts.name, role: openingTeam.role })
    .from(openingTeam)
    .innerJoin(accounts, eq(accounts.id, openingTeam.accountId))
    .where(eq(openingTeam.openingId, openingId))
    .orderBy(asc(accounts.name), asc(accounts.id))
}

/** Makes the team be exactly these people. */
export async function replaceTeam(
  tx: Tx,
  openingId: string,
  team: readonly { id: string; role: TeamRole }[],
): Promise<void> {
  await tx.delete(openingTeam).where(eq(openingTeam.openingId, openingId))
  if (team.length > 0)
    await tx
      .insert(openingTeam)
      .values(team.map(({ id, role }) => ({ openingId, accountId: id, role })))
      .onConflictDoNothing()
}

/** Of these ids, the accounts that may sign in, with their roles. */
export async function selectUsable(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { name: string; roles: string[] }>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: accounts.id, name: accounts.name, roles: accounts.roles })
    .from(accounts)
    .where(and(inArray(accounts.id, [...new Set(ids)]), isNull(accounts.disabledAt)))
  return new Map(rows.map((row) => [row.id, row]))
}

/** Names of accounts by id, disabled ones too: the past keeps its names. */
export async function selectNames(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await tx
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(inArray(accounts.id, wanted))
  return new Map(rows.map((row) => [row.id, row.name]))
}

export async function selectPlan(tx: Tx, openingId: string, planVersion: number): Promise<Plan> {
  const [row] = await tx
    .select({ plan: planVersions.plan })
    .from(planVersions)
    .where(and(eq(planVersions.openingId, openingId), eq(planVersions.planVersion, planVersion)))
  return found(row).plan
}

const KEPT = 200
const saved = new WeakMap<Tx, Map<string, Plan>>()

/**
 * As `selectPlan`, from memory the second time: what was saved under a version never changes. Plans are kept per pool,
 * where only committed ones are seen; what a transaction saves and takes back is forgotten with it. Don't change the answer.
 */
export async function selectSavedPlan(tx: Tx, openingId: string, planVersion: number): Promise<Plan> {
  const plans = saved.get(tx) ?? new Map<string, Plan>()
  saved.set(tx, plans)
  const key = `${openingId} ${planVersion}`
  const known = plans.get(key)
  if (known) return known
  const plan = await selectPlan(tx, openingId, planVersion)
  plans.set(key, plan)
  for (const oldest of plans.keys()) {
    if (plans.size <= KEPT) break
    plans.delete(oldest)
  }
  return plan
}

export const selectPlanHistory = (tx: Tx, openingId: string) =>
  tx
    .select({
      planVersion: planVersions.planVersion,
      at: planVersions.savedAt,
      by: accounts.name,
      reason: planVersions.reason,
      changes: planVersions.changes,
    })
    .from(planVersions)
    .innerJoin(accounts, eq(accounts.id, planVersions.savedBy))
    .where(eq(planVersions.openingId, openingId))
    .orderBy(desc(planVersions.planVersion))

export async function countApplications(tx: Tx, openingId: string): Promise<number> {
  const [row] = await tx
    .select({ applications: count() })
    .from(applications)
    .where(eq(applications.openingId, openingId))
  return row?.applications ?? 0
}
