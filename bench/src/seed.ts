import { createHash, randomBytes } from "node:crypto"
import type { Pool } from "pg"

/** Openings that are filled, and applications in each. */
export const OPENINGS = 10
export const EACH = 1000
/** People who write notes: as many as the limit per person asks for. */
const WRITERS = 40

/** Where the measurements go. */
export interface Seeded {
  /** An opening with a thousand active applications. */
  openingId: string
  /** The address of another opening, that takes applications. */
  openSlug: string
  applicationIds: string[]
  writers: { cookie: string; interviewId: string }[]
}

/**
 * Fills the database by copying the sample's active applications, with their rounds, raters and stories, until there are
 * ten thousand in ten openings.
 */
export async function seed(pool: Pool, sampleId: string): Promise<Seeded> {
  const client = await pool.connect()
  try {
    await client.query(
      `create temp table role as select n, gen_random_uuid() as id from generate_series(0, ${OPENINGS - 1}) n`,
    )
    const copies = "cross join lateral jsonb_populate_record"
    await client.query(
      `insert into hiring.openings select r.* from role join hiring.openings o on o.id = $1 ${copies}(o, jsonb_build_object('id', role.id, 'slug', 'bench-' || role.n)) r`,
      [sampleId],
    )
    for (const table of ["plan_versions", "opening_team"]) {
      await client.query(
        `insert into hiring.${table} select r.* from role join hiring.${table} o on o.opening_id = $1 ${copies}(o, jsonb_build_object('opening_id', role.id)) r`,
        [sampleId],
      )
    }
    await client.query(
      `create temp table seat as
       with templates as (select array_agg(id order by submitted_at) as ids from hiring.applications where opening_id = $1 and ended_at is null)
       select role.id as opening, gen_random_uuid() as application, gen_random_uuid() as candidate, role.n * ${EACH} + nth.n as n,
              ids[1 + nth.n % array_length(ids, 1)] as template
       from role, templates, generate_series(1, ${EACH}) as nth(n)`,
      [sampleId],
    )
    await client.query(
      `insert into hiring.candidates select r.* from seat s join hiring.applications a on a.id = s.template join hiring.candidates c on c.id = a.candidate_id
       ${copies}(c, jsonb_build_object('id', s.candidate, 'email', 'copy.' || s.n || '@applicants.example')) r`,
    )
    await client.query(
      `insert into hiring.applications select r.* from seat s join hiring.applications a on a.id = s.template
       ${copies}(a, jsonb_build_object('id', s.application, 'opening_id', s.opening, 'candidate_id', s.candidate)) r`,
    )
    await client.query(
      `insert into hiring.application_events select r.* from seat s join hiring.application_events e on e.application_id = s.template
       ${copies}(e, jsonb_build_object('id', gen_random_uuid(), 'application_id', s.application)) r`,
    )
    await client.query(
      "create temp table held as select gen_random_uuid() as id, s.application, s.opening, i.id as template, i.kind, i.state from seat s join hiring.interviews i on i.application_id = s.template",
    )
    await client.query(
      `insert into hiring.interviews select r.* from held join hiring.interviews i on i.id = held.template
       ${copies}(i, jsonb_build_object('id', held.id, 'application_id', held.application)) r`,
    )
    // The copies bring their cards_due_from along; row by row the triggers would work it out again.
    const guarded = ["interview_raters", "scorecards"]
    for (const table of guarded) await client.query(`alter table hiring.${table} disable trigger user`)
    await client.query(
      `insert into hiring.interview_raters select r.* from held join hiring.interview_raters i on i.interview_id = held.template
       ${copies}(i, jsonb_build_object('interview_id', held.id)) r`,
    )
    await client.query(
      `insert into hiring.scorecards select r.* from held join hiring.scorecards c on c.interview_id = held.template
       ${copies}(c, jsonb_build_object('interview_id', held.id)) r`,
    )
    for (const table of guarded) await client.query(`alter table hiring.${table} enable trigger user`)
    const writers = await seedWriters(client)
    // As the database's own housekeeping leaves tables that have grown over months.
    await client.query("vacuum analyze")
    const { rows: seats } = await client.query<{ opening: string; application: string }>(
      "select opening, application from seat order by random() limit 500",
    )
    const { rows: roles } = await client.query<{ id: string; slug: string }>(
      "update hiring.openings set state = 'open' where slug like 'bench-%' returning id, slug",
    )
    const [board, other] = [0, OPENINGS - 1].map((n) => roles.find(({ slug }) => slug === `bench-${n}`))
    return {
      openingId: board?.id ?? "",
      openSlug: other?.slug ?? "",
      applicationIds: seats.map((seat) => seat.application),
      writers,
    }
  } finally {
    client.release()
  }
}

/** Interviewers with a session and one planned interview each, in openings as chance has it: no team grows to fifty. */
async function seedWriters(client: { query: Pool["query"] }): Promise<Seeded["writers"]> {
  const { rows } = await client.query<{ id: string; opening: string }>(
    "select id, opening from held where kind = 'interview' and state = 'planned' order by id limit $1",
    [WRITERS],
  )
  const writers: Seeded["writers"] = []
  for (const [n, { id: interviewId, opening }] of rows.entries()) {
    const token = randomBytes(32).toString("base64url")
    const { rows: made } = await client.query<{ id: string }>(
      "insert into platform.accounts (id, name, email, roles, time_zone) values (gen_random_uuid(), $1, $2, '{interviewer}', 'UTC') returning id",
      [`Writer ${n}`, `writer.${n}@bench.example`],
    )
    const account = made[0]?.id
    await client.query(
      "insert into platform.sessions (token_hash, account_id, expires_at) values ($1, $2, now() + interval '1 day')",
      [createHash("sha256").update(token).digest(), account],
    )
    await client.query(
      "insert into hiring.opening_team (opening_id, account_id, role) values ($1, $2, 'interviewer')",
      [opening, account],
    )
    await client.query("insert into hiring.interview_raters (interview_id, account_id) values ($1, $2)", [
      interviewId,
      account,
    ])
    writers.push({ cookie: `backfill-session=${token}`, interviewId })
  }
  return writers
}
