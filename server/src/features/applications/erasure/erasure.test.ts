import { randomUUID } from "node:crypto"
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { eq, sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import {
  amendments,
  debriefs,
  decisions,
  erasures,
  scorecards,
} from "../../../platform/database/schema/hiring.ts"
import { startTestApp, type TestApp, type TestPerson } from "../../../platform/testing/test-app.ts"
import { applyAs } from "../../candidate/test-candidate.ts"
import { openRole, submission } from "../../openings/test-role.ts"

/** A word that stands in everything the person gave and in everything written about them. */
const CANARY = "zwaluwstaart"

let t: TestApp
let owner: TestPerson
let manager: TestPerson
let recruiter: TestPerson
let role: { openingId: string; slug: string }
beforeAll(async () => {
  t = await startTestApp()
  owner = await t.person("Olga Owner", ["owner"])
  manager = await t.person("Ines Baptista", ["hiring-manager", "interviewer"])
  recruiter = await t.person("Tomas Lind", ["recruiter", "interviewer"])
  role = await openRole(t, { manager, recruiter, raters: [manager, recruiter] })
})
afterAll(() => t.close())

const problem = (id: string) => expect.objectContaining({ problem: expect.objectContaining({ id }) })

/** Every row of every table we have, and every stored file, that still holds the word. */
async function search(word: string): Promise<string[]> {
  const { rows } = await t.app.db.hiring.execute<{ name: string }>(
    sql`SELECT table_schema || '.' || table_name AS name FROM information_schema.tables WHERE table_schema IN ('hiring', 'platform')`,
  )
  expect(rows.length).toBeGreaterThan(30)
  const hits: string[] = []
  for (const { name } of rows) {
    const found = await t.app.db.hiring.execute<{ n: number }>(
      sql`SELECT count(*)::int AS n FROM ${sql.raw(name)} AS r WHERE r::text ILIKE ${`%${word}%`}`,
    )
    if (found.rows[0]?.n) hits.push(name)
  }
  for (const entry of await readdir(t.app.storage.root, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && (await readFile(join(entry.parentPath, entry.name), "latin1")).includes(word))
      hits.push(`file ${entry.name}`)
  }
  return hits.sort()
}

/** A candidate with the word in every place a person can bring it to. */
async function fullLife() {
  const uploaded = await t.client().publicPages.uploadResume({
    params: { slug: role.slug },
    query: { name: `${CANARY}.txt` },
    upload: Buffer.from(`${CANARY} ran pipelines`),
  })
  const body = submission(`Zoe ${CANARY}`, {
    phone: CANARY,
    uploadId: uploaded.uploadId,
    coverLetter: CANARY,
    adjustments: { kinds: ["captions"], note: CANARY },
  })
  body.answers["pipeline-you-ran"] = CANARY
  const one = await applyAs(t, role.slug, body)
  const params = { applicationId: one.applicationId }
  await t.client().publicPages.resendLink({ body: { email: body.email, slug: role.slug } })
  await manager.client.applications.unblind({
    params,
    body: { reason: `About ${CANARY}` },
    key: randomUUID(),
  })
  const seen = await recruiter.client.applications.read({ params })
  await recruiter.client.applications.decideAdjustments({
    params,
    body: { granted: ["captions"], timeFactor: 2, answer: CANARY, version: seen.version },
    key: randomUUID(),
  })
  const roundId = seen.gates[0]?.roundsToSchedule[0]?.roundId ?? ""
  const card = await manager.client.applications.schedule({
    params,
    body: {
      roundId,
      startsAt: new Date().toISOString(),
      timeZone: "UTC",
      where: CANARY,
      interviewers: [manager.id, recruiter.id],
    },
    key: randomUUID(),
  })
  const interview = { interviewId: card.id }
  await one.client.candidate.askForAnotherTime({ params: interview, body: { note: CANARY } })
  const note = {
    id: randomUUID(),
    itemId: "opening",
    atSeconds: 3,
    text: `She said ${CANARY}`,
    editedAt: new Date().toISOString(),
    deleted: false,
    device: "d",
    seq: 1,
  }
  await manager.client.interviews.sync({ params: interview, body: { notes: [note], events: [] } })
  await manager.client.applications.waiveCard({
    params: interview,
    body: { raterId: recruiter.id, reason: `${CANARY} knows them` },
  })
  const given = await recruiter.client.attempts.schedule({
    params,
    body: { exerciseId: "pipeline-health", availableFrom: null },
  })
  const mine = { attemptId: given.id }
  const started = await one.client.candidate.startAttempt({ params: mine, body: {} })
  const saved = await one.client.candidate.saveAttempt({
    params: mine,
    body: { text: CANARY, version: started.version },
    key: randomUUID(),
  })
  const handed = await one.client.candidate.uploadToAttempt({
    params: mine,
    query: { name: `${CANARY}.md` },
    upload: Buffer.from(`${CANARY} deck`),
  })
  expect(handed.version).toBe(saved.version + 1)
  await one.client.candidate.submitAttempt({ params: mine, body: { version: handed.version } })
  await manager.client.attempts.cite({
    params: mine,
    body: { artifact: "text", selector: `text=0-${CANARY.length}`, quote: CANARY },
    key: randomUUID(),
  })
  const ratings = [
    { itemId: "q", score: 4, evidence: [{ kind: "note", ref: note.id, quote: CANARY }], comment: CANARY },
  ]
  const { db } = t.app
  await db.hiring.insert(scorecards).values({
    interviewId: card.id,
    raterId: manager.id,
    ratings,
    recommendation: "yes",
    reason: CANARY,
    submittedAt: new Date(),
  })
  await db.hiring.insert(amendments).values({
    id: randomUUID(),
    interviewId: card.id,
    raterId: manager.id,
    at: new Date(),
    why: CANARY,
    phase: "before-debrief",
    ratingsBefore: ratings,
    recommendationBefore: "no",
    reasonBefore: CANARY,
  })
  await db.hiring
    .insert(debriefs)
    .values({ applicationId: one.applicationId, stageIndex: 1, openedAt: new Date(), openedBy: manager.id })
  await db.hiring.insert(decisions).values({
    id: randomUUID(),
    applicationId: one.applicationId,
    stageIndex: 1,
    choice: "advance",
    summary: CANARY,
    reasons: [CANARY],
    snapshot: { CANARY },
    decidedBy: manager.id,
    at: new Date(),
  })
  return { ...one, interviewId: card.id }
}

describe("erasing", () => {
  it("leaves the word nowhere, and the scores, dates and log whole", async () => {
    const one = await fullLife()
    const before = await search(CANARY)
    for (const table of [
      "candidates",
      "applications",
      "application_events",
      "files",
      "adjustments",
      "interviews",
      "interview_raters",
      "notes",
      "scorecards",
      "amendments",
      "decisions",
      "attempts",
      "evidence",
      "unblindings",
    ])
      expect(before).toContain(`hiring.${table}`)
    expect(before).toEqual(
      expect.arrayContaining(["platform.audit_payloads", "platform.idempotency", "platform.rate_limits"]),
    )
    expect(before.filter((hit) => hit.startsWith("file "))).toHaveLength(2)

    const preview = await one.client.candidate.erasePreview()
    expect(preview).toMatchObject({
      hold: false,
      removed: expect.arrayContaining([expect.stringMatching(/name/)]),
    })
    const { certificate, kept } = await one.client.candidate.erase({ body: { confirm: "erase" } })
    expect(certificate).toMatch(/^E-[0-9A-F]{12}$/)
    expect(kept.length).toBeGreaterThan(3)
    expect(await search(CANARY)).toEqual([])

    const [card] = await t.app.db.hiring
      .select()
      .from(scorecards)
      .where(eq(scorecards.interviewId, one.interviewId))
    expect(card).toMatchObject({
      ratings: [{ itemId: "q", score: 4, comment: "", evidence: [] }],
      recommendation: "yes",
      reason: "",
    })
    const [ledger] = await t.app.db.hiring
      .select()
      .from(erasures)
      .where(eq(erasures.applicationId, one.applicationId))
    expect(ledger).toMatchObject({ certificate, by: "candidate" })
    expect(await owner.client.system.verifyAudit()).toMatchObject({ ok: true })
    expect(await one.client.candidate.page()).toMatchObject({
      status: "erased",
      name: "",
      stored: [],
      steps: [],
    })
    await expect(one.client.candidate.erase({ body: { confirm: "erase" } })).rejects.toEqual(
      problem("wrong_state"),
    )
    const seen = await manager.client.applications.read({ params: { applicationId: one.applicationId } })
    expect(seen).toMatchObject({ status: "erased", can: [], name: expect.stringMatching(/^Applicant /) })
  })

  it("waits while a legal hold is set", async () => {
    const one = await applyAs(t, role.slug, submission("Held Person"))
    const params = { applicationId: one.applicationId }
    const { version } = await owner.client.applications.read({ params })
    await expect(
      recruiter.client.applications.legalHold({ params, body: { hold: true, reason: "A dispute", version } }),
    ).rejects.toEqual(problem("not_allowed"))
    const held = await owner.client.applications.legalHold({
      params,
      body: { hold: true, reason: "A dispute", version },
    })
    expect(held).toMatchObject({ legalHold: true })
    expect((await one.client.candidate.erasePreview()).hold).toBe(true)
    await expect(one.client.candidate.erase({ body: { confirm: "erase" } })).rejects.toEqual(
      problem("legal_hold"),
    )
    await expect(
      owner.client.applications.erase({ params, body: { reason: "They asked", version: held.version } }),
    ).rejects.toEqual(problem("legal_hold"))
    const lifted = await owner.client.applications.legalHold({
      params,
      body: { hold: false, reason: "Settled", version: held.version },
    })
    expect(
      await owner.client.applications.erase({
        params,
        body: { reason: "They asked", version: lifted.version },
      }),
    ).toMatchObject({ certificate: expect.stringMatching(/^E-/) })
    expect(await search("Held Person")).toEqual([])
  })
})
