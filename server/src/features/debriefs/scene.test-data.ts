import { randomUUID } from "node:crypto"
import type { CardEvidence, NoteEntry, Rating } from "@backfill/contract"
import {
  bundleKit,
  decide,
  evolve,
  type Kit,
  type KitFile,
  NEW_APPLICATION,
  type Plan,
  planFromKit,
  readKit,
} from "@backfill/core"
import type { z } from "zod"
import * as schema from "../../platform/database/schema/hiring.ts"
import { hashToken, newToken } from "../../platform/auth/tokens.ts"
import { startTestApp, type TestApp, type TestPerson } from "../../platform/testing/test-app.ts"
import {
  cardIdOf,
  columnsOf,
  commandApplication,
  lockApplication,
} from "../applications/change-application.ts"
import { SCREEN_ROUND } from "../applications/rounds.store.ts"
import { pinKit } from "../kits/pinned-kit.ts"
import { walkKit } from "../kits/walk-kit.ts"

const FIXTURE = new URL("../../../../kits/fixture", import.meta.url).pathname
export const RESUME =
  "Mirela Stoica\nmirela@stoica.example\nRan the nightly load of orders for two years and rebuilt its history twice."
/** Index of each stage that collects cards in the fixture kit. */
export const SCREEN = 1
export const TALKS = 2
export const OFFER = 3

/** An opening of the fixture kit with its people, in a fresh database behind the real server. */
export interface Scene {
  t: TestApp
  kit: Kit
  plan: Plan
  openingId: string
  owner: TestPerson
  recruiter: TestPerson
  manager: TestPerson
  /** Two of the panel, one who interviews elsewhere in the opening, and one of another opening. */
  amara: TestPerson
  henrik: TestPerson
  bystander: TestPerson
  stranger: TestPerson
  apply(stage: number): Promise<Applied>
  close(): Promise<void>
}
export interface Applied {
  id: string
  candidateCookie: string
  linkHash: Buffer
  hold(round: Partial<typeof schema.interviews.$inferInsert>, ...raters: TestPerson[]): Promise<string>
  version(): Promise<number>
}

/** `change` edits the fixture kit's files before the opening pins them. */
export async function startScene(change = (files: KitFile[]): KitFile[] => files): Promise<Scene> {
  const t = await startTestApp()
  const db = t.app.db.hiring
  const [owner, recruiter, manager, amara, henrik, bystander, stranger] = await Promise.all([
    t.person("Olga Owner", ["owner"]),
    t.person("Rik Recruiter", ["recruiter"]),
    t.person("Hanna Manager", ["hiring-manager"]),
    t.person("Amara Diallo", ["interviewer"]),
    t.person("Henrik Solberg", ["interviewer"]),
    t.person("Bo Bystander", ["interviewer"]),
    t.person("Sam Stranger", ["recruiter", "hiring-manager", "interviewer"]),
  ])
  const files = change(await walkKit(FIXTURE))
  const { kit, problems } = readKit(files)
  if (!kit)
    throw new Error(
      `the fixture kit can't be read: ${problems.find(({ severity }) => severity === "error")?.message}`,
    )
  const plan = planFromKit(kit, "mid")
  const kitDigest = await pinKit(db, {
    id: kit.id,
    folder: FIXTURE,
    kit,
    bundle: bundleKit(files),
    problems: [],
  })
  const openingId = randomUUID()
  await db.insert(schema.openings).values({
    id: openingId,
    slug: `data-engineer-${openingId.slice(0, 6)}`,
    title: "Data engineer",
    location: "Rotterdam",
    level: "mid",
    description: "…",
    state: "open",
    kitDigest,
    createdBy: owner.id,
  })
  await db.insert(schema.planVersions).values({ openingId, planVersion: 1, plan, savedBy: owner.id })
  const team = [
    [recruiter, "recruiter"],
    [manager, "hiring-manager"],
    [amara, "interviewer"],
    [henrik, "interviewer"],
    [bystander, "interviewer"],
  ] as const
  await db
    .insert(schema.openingTeam)
    .values(team.map(([person, role]) => ({ openingId, accountId: person.id, role })))

  async function apply(stage: number): Promise<Applied> {
    const id = randomUUID()
    const candidateId = randomUUID()
    await db.insert(schema.candidates).values({
      id: candidateId,
      name: "Mirela Stoica",
      email: `mirela.${id.slice(0, 6)}@stoica.example`,
      phone: "",
      timeZone: "Europe/Bucharest",
    })
    const answer = decide(
      NEW_APPLICATION,
      {
        type: "submit",
        stages: plan.stages.map(({ id: stageId, kind }) => ({ id: stageId, kind })),
        knockOut: null,
        by: "candidate",
        expectedVersion: 0,
      },
      Date.now(),
    )
    if (!answer.ok) throw new Error(answer.problem.sentence)
    const state = answer.events.reduce(evolve, NEW_APPLICATION)
    const place = { kind: "collecting" as const, stage }
    await db.insert(schema.applications).values({
      id,
      openingId,
      candidateId,
      alias: "Candidate 7",
      planVersion: 1,
      state: { ...state, place },
      ...columnsOf({ ...state, place }, stage),
      resumeText: RESUME,
      coverLetter: "",
      answers: {},
    })
    const [token, link] = [newToken(), newToken()]
    const expiresAt = new Date(Date.now() + 86_400_000)
    await db.insert(schema.candidateLinks).values({ hash: hashToken(link), applicationId: id, expiresAt })
    await db
      .insert(schema.candidateSessions)
      .values({ tokenHash: hashToken(token), applicationId: id, linkHash: hashToken(link), expiresAt })
    return {
      id,
      candidateCookie: `backfill-candidate=${token}`,
      linkHash: hashToken(link),
      async version() {
        return db.transaction(async (tx) => (await lockApplication(tx, id)).version)
      },
      async hold(round, ...raters) {
        const interviewId = randomUUID()
        await db.insert(schema.interviews).values({
          id: interviewId,
          applicationId: id,
          stageIndex: stage,
          roundId: plan.stages[stage]?.rounds.find((round) => round.id !== SCREEN_ROUND)?.id ?? "",
          kind: "interview",
          title: "Engineering talk",
          timeZone: "Europe/Amsterdam",
          minutes: 90,
          startsAt: new Date(Date.now() - 60_000),
          ...round,
        })
        await db
          .insert(schema.interviewRaters)
          .values(raters.map((rater) => ({ interviewId, accountId: rater.id })))
        await db.transaction(async (tx) => {
          let row = await lockApplication(tx, id)
          for (const rater of raters)
            row = await commandApplication(
              tx,
              row,
              { actor: owner.id, at: new Date() },
              { type: "expect-card", cardId: cardIdOf(interviewId, rater.id) },
            )
        })
        return interviewId
      },
    }
  }
  return {
    t,
    kit,
    plan,
    openingId,
    owner,
    recruiter,
    manager,
    amara,
    henrik,
    bystander,
    stranger,
    apply,
    close: () => t.close(),
  }
}

export const note = (over: Partial<NoteEntry> = {}): NoteEntry => ({
  id: randomUUID(),
  itemId: "rerun-a-load",
  atSeconds: 120,
  text: "+2 deletes the partition first",
  editedAt: new Date().toISOString(),
  deleted: false,
  device: "laptop",
  seq: 1,
  ...over,
})
export const cite = (
  ref: string,
  kind: z.infer<typeof CardEvidence>["kind"] = "note",
): z.infer<typeof CardEvidence> => ({ kind, ref, quote: "" })
export const rate = (score: number | null, ...evidence: z.infer<typeof CardEvidence>[]): Rating => ({
  itemId: "rerun-a-load",
  score,
  evidence,
  comment: "",
})

/** Writes one note and submits a card that rests on it. Answers the note. */
export async function submitCard(
  person: TestPerson,
  interviewId: string,
  score: number,
  text = "+2 deletes the partition first",
): Promise<NoteEntry> {
  const written = note({ text })
  const params = { interviewId }
  await person.client.interviews.sync({ params, body: { notes: [written], events: [] } })
  await person.client.interviews.submitScorecard({
    params,
    body: {
      ratings: [rate(score, cite(written.id))],
      recommendation: score > 3 ? "yes" : "no",
      reason: "It shows.",
      version: 0,
    },
  })
  return written
}
