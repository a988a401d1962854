import type { StoryEntry as Entry } from "@backfill/contract"
import { type Plan, withoutScorecardsWords } from "@backfill/core"
import { type SQL, sql } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { saidTime } from "../../platform/said-time.ts"

/** How much of a story someone may read. `panel`: those who only interview; they learn no reasons and no verdicts. */
export type StoryReader = "recruiting" | "managing" | "panel"
interface Context {
  plan: Plan
  reader: StoryReader
  /** Whom the event is about: the rater of a card, or who had a name opened to them. */
  named: string
}
/** What a story is told from, beside its events. */
interface Surroundings {
  applicationId: string
  candidateName: string
  plan: Plan
  reader: StoryReader
}
interface Telling {
  title: string
  detail?: string
  link?: { label: string; to: string }
  /** The least someone must be to read it; without it everyone does. */
  for?: Exclude<StoryReader, "panel">
}
type Data = Record<string, unknown>

const text = (value: unknown): string => (typeof value === "string" ? value : "")
const words = (value: unknown): string => (Array.isArray(value) ? value.join(", ").replaceAll("-", " ") : "")

const TELLINGS: Record<string, (data: Data, context: Context, applicationId: string) => Telling | undefined> =
  {
    submitted: () => ({ title: "Applied" }),
    disqualified: (data) => ({
      title: "Ended by a rule of the form",
      detail: text(data["rule"]),
      for: "managing",
    }),
    "look-requested": () => ({ title: "Asked for a human look" }),
    reinstated: (data) => ({
      title: "Reinstated after a human look",
      detail: text(data["reason"]),
      for: "managing",
    }),
    upheld: (data) => ({
      title: "The rule stands after a human look",
      detail: text(data["reason"]),
      for: "managing",
    }),
    moved: (data, { plan }) => movedTo(data["to"], plan),
    "card-submitted": (_, { named }) => ({ title: `Scorecard in from ${named}` }),
    "card-waived": (data, { named }) => ({
      title: `No scorecard from ${named}`,
      detail: text(data["reason"]),
      for: "managing",
    }),
    "debrief-opened": (data, { plan }, id) => ({
      title: `Debrief opened: ${stageTitle(plan, data["stage"])}`,
      detail: text(data["reason"]),
      link: { label: "Open the debrief", to: `/applications/${id}/stages/${Number(data["stage"])}/debrief` },
      for: "managing",
    }),
    "decided-unrated": (data) => ({
      title: withoutScorecardsWords(text(data["because"])).replace(/\.$/, ""),
      for: "managing",
    }),
    decided: decidedEntry,
    "plan-changed": () => ({ title: "Goes on by a newer plan", for: "managing" }),
    withdrawn: () => ({ title: "Withdrew" }),
    erased: () => ({ title: "Erased" }),
    "hold-placed": (data) => ({ title: "Legal hold set", detail: text(data["reason"]), for: "managing" }),
    "hold-lifted": (data) => ({ title: "Legal hold lifted", detail: text(data["reason"]), for: "managing" }),
    "adjustments-asked": (data) => ({
      title: "Asked for adjustments",
      detail: words(data["kinds"]),
      for: "recruiting",
    }),
    "adjustments-decided": (data) => ({
      title: data["state"] === "granted" ? "Adjustments granted" : "Adjustments declined",
      detail: words(data["granted"]),
      for: "recruiting",
    }),
    "interview-scheduled": (data) => interviewEntry("Scheduled", data),
    "interview-moved": (data) => interviewEntry("Moved", data),
    "interview-cancelled": (data) => ({ title: `Cancelled: ${text(data["title"])}` }),
    "interview-started": (data) => interviewEntry("Began", data),
    "interview-ended": (data) => interviewEntry("Ended", data),
    "another-time-asked": (data) => ({
      title: `Asked for another time: ${text(data["title"])}`,
      detail: text(data["note"]),
      for: "managing",
    }),
    "exercise-given": (data) => ({ title: `Exercise given: ${text(data["title"])}` }),
    "exercise-started": (data) => ({ title: `Started: ${text(data["title"])}` }),
    "exercise-handed-in": (data) => ({ title: `Handed in: ${text(data["title"])}` }),
    unblinded: (data, { named }) => ({
      title: `Name and file opened to ${named}`,
      detail: text(data["reason"]),
      for: "managing",
    }),
    "link-sent": (data) => ({
      title: data["mailed"] === true ? "New link mailed to the candidate" : "New link made for the candidate",
      for: "managing",
    }),
  }

const CHOICES: Record<string, string> = {
  advance: "Advanced",
  stop: "Stopped",
  hold: "Put on hold",
  offer: "Offer decided",
  "no-offer": "Decided against an offer",
}

function decidedEntry(data: Data, { plan, reader }: Context, id: string): Telling {
  const decision = (data["decision"] ?? {}) as {
    stage?: number | null
    outcome?: string
    reasons?: { text: string }[]
    supersedes?: string | null
  }
  const stage = decision.stage ?? plan.stages.length - 1
  // Verdicts on earlier stages would colour the next rater's reading.
  if (reader === "panel") return { title: `Decision recorded: ${stageTitle(plan, stage)}` }
  return {
    title: `${CHOICES[decision.outcome ?? ""] ?? "Decided"}: ${stageTitle(plan, stage)}${decision.supersedes ? " (replaces an earlier decision)" : ""}`,
    detail: (decision.reasons ?? []).map((reason) => reason.text).join(" "),
    link: { label: "Open the debrief", to: `/applications/${id}/stages/${stage}/debrief` },
  }
}

function interviewEntry(what: string, data: Data): Telling {
  const startsAt = text(data["startsAt"])
  return {
    title: `${what}: ${text(data["title"])}`,
    detail: startsAt === "" ? "" : saidTime(new Date(startsAt), text(data["timeZone"]) || "UTC"),
    link: { label: "Open the interview", to: `/interviews/${text(data["interviewId"])}` },
  }
}

function movedTo(to: unknown, plan: Plan): Telling | undefined {
  const place = to as { kind?: string; stage?: number } | undefined
  return place?.kind === "collecting" ? { title: `Now in: ${stageTitle(plan, place.stage)}` } : undefined
}

const stageTitle = (plan: Plan, stage: unknown): string => plan.stages[Number(stage)]?.title ?? "a stage"

const RANK: Record<StoryReader, number> = { panel: 0, managing: 1, recruiting: 2 }

/** An event of the story with the names of who did it and of whom it is about: as arrays, which cost half of objects. */
export type StoryRow = [
  id: string,
  seq: number,
  at: string,
  kind: string,
  data: Data,
  by: string | null,
  named: string | null,
]

/** The rows of `events` (of hiring.application_events), the latest first, as one value: a field of a statement. */
export const storyRows = (events: SQL) => sql<StoryRow[]>`(
  SELECT coalesce(json_agg(json_build_array(e.id, e.seq, e.at, e.kind, e.data, a.name, n.name)
    ORDER BY e.seq DESC), '[]')
  FROM (${events}) e LEFT JOIN platform.accounts a ON a.id = e.actor_id
  LEFT JOIN platform.accounts n ON n.id = coalesce(nullif(split_part(e.data->>'cardId', ':', 2), ''),
    e.data->>'raterId', e.data->>'accountId')::uuid)`

/** The whole story of one application in order, as far as its reader may know it. The last entry is where things stand. */
export async function readStory(tx: Tx, surroundings: Surroundings): Promise<Entry[]> {
  const events = sql`SELECT * FROM hiring.application_events WHERE application_id = ${surroundings.applicationId}`
  const { rows } = await tx.execute<{ story: StoryRow[] }>(sql`SELECT ${storyRows(events)} AS story`)
  return tellStory(rows[0]?.story ?? [], surroundings).toReversed()
}

/** Events in words, in the order given, without those that their reader may not know. */
export function tellStory(
  rows: readonly StoryRow[],
  { applicationId, candidateName, plan, reader }: Surroundings,
): Entry[] {
  return rows.flatMap(([id, , at, kind, data, by, named]): Entry[] => {
    const telling = TELLINGS[kind]?.(data, { plan, reader, named: named ?? "someone" }, applicationId)
    if (!telling || RANK[reader] < RANK[telling.for ?? "panel"]) return []
    const { title, detail = "", link = null } = telling
    return [
      {
        id,
        at: new Date(at).toISOString(),
        kind,
        title,
        detail,
        link,
        by: by ?? (BY_CANDIDATE.has(kind) ? candidateName : ""),
      },
    ]
  })
}

const BY_CANDIDATE = new Set([
  "submitted",
  "look-requested",
  "withdrawn",
  "adjustments-asked",
  "another-time-asked",
  "exercise-started",
  "exercise-handed-in",
])
