import { randomUUID } from "node:crypto"
import {
  type ApplicationState,
  currentStage,
  decide,
  evolve,
  type StageCommand,
  type StageEvent,
  type StageProblemId,
} from "@backfill/core"
import type { ProblemId } from "@backfill/contract"
import { eq, sql } from "drizzle-orm"
import type { ApplicationHead } from "../../platform/access.ts"
import type { Tx } from "../../platform/app.ts"
import { recordChange } from "../../platform/audit.ts"
import { applicationEvents, applications } from "../../platform/database/schema/hiring.ts"
import { signal } from "../../platform/events.ts"
import { found, ProblemError } from "../../platform/problem-error.ts"

export type ApplicationRow = typeof applications.$inferSelect
/** Who did it: an account's id, "candidate" or "system"; and when. */
export interface Doer {
  actor: string
  at: Date
}
/** A command of the stage machine without what `commandApplication` fills in. */
export type Command = StageCommand extends infer C
  ? C extends StageCommand
    ? Omit<C, "by" | "expectedVersion">
    : never
  : never

/** The application under a row lock: until the transaction ends nobody else changes it or its story. */
export async function lockApplication(tx: Tx, applicationId: string): Promise<ApplicationRow> {
  await tx.execute(sql`SELECT 1 FROM hiring.applications WHERE id = ${applicationId} FOR UPDATE`)
  return found((await tx.select().from(applications).where(eq(applications.id, applicationId)))[0])
}

/** Throws stale_version unless the writer has read the newest version. */
export function checkVersion(row: { version: number }, version: number): void {
  if (row.version !== version) throw new ProblemError("stale_version")
}

/** The id under which the stage machine expects a rater's card of an interview. */
export const cardIdOf = (interviewId: string, raterId: string): string => `${interviewId}:${raterId}`

/** The state of an application as the stage machine stores it. */
export const stateOf = (row: { state: unknown }): ApplicationState => row.state as ApplicationState

/** Appends to an application's story. The caller holds its row lock, so that the numbers have no gap and no double. */
export async function addToStory(
  tx: Tx,
  applicationId: string,
  doer: Doer,
  entries: readonly { kind: string; data: Record<string, unknown> }[],
): Promise<void> {
  if (entries.length === 0) return
  const [last] = await tx
    .select({ seq: sql<number>`coalesce(max(${applicationEvents.seq}), 0)::int` })
    .from(applicationEvents)
    .where(eq(applicationEvents.applicationId, applicationId))
  const actorId = isUuid(doer.actor) ? doer.actor : null
  await tx.insert(applicationEvents).values(
    entries.map((entry, index) => ({
      id: randomUUID(),
      applicationId,
      seq: (last?.seq ?? 0) + index + 1,
      at: doer.at,
      actorId,
      ...entry,
    })),
  )
}

interface Change extends Doer {
  /** What was done, for the audit log. */
  action: string
  set?: Partial<ApplicationRow>
  before?: unknown
  after?: unknown
  story?: readonly { kind: string; data: Record<string, unknown> }[]
}

/** Changes a locked application outside the stage machine: columns, version, story, audit and signal together. */
export async function changeApplication(
  tx: Tx,
  row: ApplicationHead,
  change: Change,
): Promise<ApplicationRow> {
  const [changed] = await tx
    .update(applications)
    .set({ ...change.set, version: row.version + 1 })
    .where(eq(applications.id, row.id))
    .returning()
  await addToStory(tx, row.id, change, change.story ?? [])
  await recordChange(tx, {
    record: "application",
    recordId: row.id,
    action: change.action,
    actor: change.actor,
    at: change.at,
    before: change.before,
    after: change.after,
  })
  await signal(tx, {
    kind: "changed",
    topic: "application",
    id: row.id,
    openingId: row.openingId,
    applicationId: row.id,
  })
  return found(changed)
}

/** What the stage machine makes of a command; a refusal becomes the problem its caller reads. */
export function ruleOn(
  state: ApplicationState,
  doer: Doer,
  command: Command,
): { state: ApplicationState; events: StageEvent[] } {
  const given = { ...command, by: doer.actor, expectedVersion: state.version } as StageCommand
  const answer = decide(state, given, doer.at.getTime())
  if (!answer.ok)
    throw new ProblemError(PROBLEM_OF[answer.problem.id] ?? "wrong_state", {
      detail: answer.problem.sentence,
    })
  return { state: answer.events.reduce(evolve, state), events: answer.events }
}

/** Gives a command to the stage machine and stores what it leads to. The caller holds the row lock. */
export async function commandApplication(
  tx: Tx,
  row: ApplicationHead,
  doer: Doer,
  command: Command,
): Promise<ApplicationRow> {
  const { state, events } = ruleOn(stateOf(row), doer, command)
  return changeApplication(tx, row, {
    ...doer,
    action: command.type,
    after: events,
    set: { state, ...columnsOf(state, row.stageIndex) },
    story: storyOf(events),
  })
}

/** The columns lists are made from, derived from the machine's state. `before` is kept where a place has no stage. */
export function columnsOf(
  state: ApplicationState,
  before: number,
): Pick<ApplicationRow, "status" | "stageIndex" | "statusSince" | "endedAt"> {
  const since = new Date(state.since)
  const atOffer =
    state.place.kind === "deciding-offer" ||
    state.place.kind === "offered" ||
    state.place.kind === "not-offered"
  const stageIndex = currentStage(state.place) ?? (atOffer ? offerStage(state) : before)
  return { status: statusOf(state), stageIndex, statusSince: since, endedAt: hasEnded(state) ? since : null }
}

function offerStage(state: ApplicationState): number {
  const offer = state.stages.findIndex((stage) => stage.kind === "offer")
  return offer === -1 ? state.stages.length - 1 : offer
}

function statusOf({ place, knockOut }: ApplicationState): string {
  switch (place.kind) {
    case "new":
      return "submitted"
    case "disqualified":
      return knockOut?.look === "requested" ? "human-look" : "disqualified"
    case "collecting":
    case "debrief":
    case "held":
      return "in-stage"
    case "deciding-offer":
      return "offer"
    default:
      return place.kind
  }
}

function hasEnded({ place, knockOut }: ApplicationState): boolean {
  if (place.kind === "disqualified") return knockOut?.look !== "requested"
  return (
    place.kind === "stopped" ||
    place.kind === "not-offered" ||
    place.kind === "withdrawn" ||
    place.kind === "erased"
  )
}

/** The machine's events as rows of the story. Which cards are expected is told by the interview and waiver beside them. */
export function storyOf(events: readonly StageEvent[]): { kind: string; data: Record<string, unknown> }[] {
  return events
    .filter((event) => event.type !== "card-expected" && event.type !== "card-released")
    .map(({ type, at: _at, by: _by, ...data }) => ({ kind: type, data: data as Record<string, unknown> }))
}

const PROBLEM_OF: Partial<Record<StageProblemId, ProblemId>> = {
  "stale-version": "stale_version",
  "cards-outstanding": "cards_missing",
  "no-cards": "cards_missing",
  "legal-hold": "legal_hold",
  "reason-needed": "invalid_request",
  "reasons-needed": "invalid_request",
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
