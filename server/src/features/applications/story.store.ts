import { eq, sql } from "drizzle-orm"
import {
  type ApplicationFacts,
  applicationFields,
  placesOf,
  ratedRoundsOf,
  SIGNED_IN,
} from "../../platform/access.ts"
import { applications, candidates, openings } from "../../platform/database/schema/hiring.ts"
import { accounts, sessions } from "../../platform/database/schema/platform.ts"
import { builtOnce } from "../../platform/drizzle.ts"
import type { Ask, Loaded } from "../../platform/http/call.ts"
import { SESSION } from "../../platform/http/identify.ts"
import { type StoryRow, storyRows } from "./story.ts"

const PAGE = 50
const BEFORE_ALL = 2 ** 31 - 1

/** A page of a story, the latest first, with what decides who may know how much of it. */
export interface StoryPage extends Omit<ApplicationFacts, "plan"> {
  candidateName: string
  rows: StoryRow[]
  /** Where the earlier events begin; null when there are none. */
  next: string | null
}

// One more than a page, which tells whether there are earlier ones.
const EVENTS = sql`SELECT * FROM hiring.application_events
  WHERE application_id = applications.id AND seq < ${sql.placeholder("before")} ORDER BY seq DESC LIMIT ${sql.raw(String(PAGE + 1))}`

const STORY_IN_SESSION = builtOnce((tx) =>
  tx
    .select({
      account: SESSION.account,
      ...applicationFields(SIGNED_IN),
      places: placesOf(SIGNED_IN),
      rounds: ratedRoundsOf(SIGNED_IN),
      candidateName: candidates.name,
      story: storyRows(EVENTS),
    })
    .from(sessions)
    .innerJoin(accounts, SESSION.joined)
    .leftJoin(applications, eq(applications.id, sql.placeholder("applicationId")))
    .leftJoin(candidates, eq(candidates.id, applications.candidateId))
    .leftJoin(openings, eq(openings.id, applications.openingId))
    .where(SESSION.valid)
    .prepare("story_in_session"),
)

/** The session's account and a page of an application's story, if there is one, in one statement. */
export async function loadStory({
  db,
  params: { applicationId },
  query: { cursor },
  session,
}: Ask<{ applicationId: string }, { cursor?: string | undefined }>): Promise<
  Loaded<StoryPage | undefined> | undefined
> {
  const before = cursor === undefined ? BEFORE_ALL : Number(cursor)
  const [row] = await STORY_IN_SESSION(db).execute({ ...session, applicationId, before })
  if (!row) return undefined
  const { account, application, opening, email, candidateName, story, ...rest } = row
  if (!application || !opening || email === null || candidateName === null)
    return { account, page: undefined }
  const rows = story.slice(0, PAGE)
  const next = story.length > PAGE ? String(rows.at(-1)?.[1]) : null
  return { account, page: { ...rest, application, opening, email, candidateName, rows, next } }
}
