import { randomUUID } from "node:crypto"
import { readdir } from "node:fs/promises"
import { join } from "node:path"
import { ApiProblem } from "@backfill/contract"
import { count, eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { applications, candidateLinks, files, interviews } from "../../platform/database/schema/hiring.ts"
import { idempotency } from "../../platform/database/schema/platform.ts"
import { startTestApp, type TestApp, type TestPerson } from "../../platform/testing/test-app.ts"
import { openRole, submission } from "../openings/test-role.ts"
import { docx, pdf } from "./resume/test-files.ts"

let t: TestApp
let manager: TestPerson
let recruiter: TestPerson
let role: { openingId: string; slug: string }
beforeAll(async () => {
  t = await startTestApp()
  manager = await t.person("Ines Baptista", ["hiring-manager", "interviewer"])
  recruiter = await t.person("Tomas Lind", ["recruiter", "interviewer"])
  role = await openRole(t, { manager, recruiter, raters: [manager, recruiter] })
})
afterAll(() => t.close())

const problem = (id: string) => expect.objectContaining({ problem: expect.objectContaining({ id }) })
const params = () => ({ slug: role.slug })
const apply = (body: ReturnType<typeof submission>, key?: string) =>
  t.client().publicPages.apply({ params: params(), body, key })
const upload = (name: string, bytes: Buffer) =>
  t.client().publicPages.uploadResume({ params: params(), query: { name }, upload: bytes })
const countStored = async () =>
  (await readdir(join(t.app.storage.root), { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  ).length
const countApplications = async () => (await t.app.db.hiring.select({ n: count() }).from(applications))[0]?.n

describe("what everyone may read", () => {
  it("is the open role and its form, without the answers that end an application", async () => {
    const { items, organisation } = await t.client().publicPages.openings()
    expect(organisation).toBe("Havn")
    expect(items.map((one) => one.slug)).toContain(role.slug)
    const { form } = await t.client().publicPages.opening({ params: params() })
    expect(form.fields.map((field) => field.id)).toContain("right-to-work")
    expect(JSON.stringify(form)).not.toMatch(
      /disqualif|knockOut|permission to work in the country of the job/,
    )
    expect(form.guide.length).toBeGreaterThan(100)
  })

  it("is not a draft", async () => {
    const draft = await manager.client.openings.create({
      body: { kitId: "data-engineer", level: "mid", title: "Hidden", location: "", description: "Not yet." },
    })
    await expect(t.client().publicPages.opening({ params: { slug: draft.slug } })).rejects.toEqual(
      problem("not_found"),
    )
    await expect(
      t.client().publicPages.apply({ params: { slug: draft.slug }, body: submission("Too Early") }),
    ).rejects.toEqual(problem("not_found"))
  })
})

describe("the résumé", () => {
  it("is stored and its text comes back for correcting", async () => {
    expect(await upload("cv.pdf", pdf(["Mirela Stan", "Pipelines"]))).toMatchObject({
      name: "cv.pdf",
      text: "Mirela Stan\nPipelines",
      warning: null,
    })
    expect(await upload("C:\\me\\cv.docx", docx(["Mirela Stan"]))).toMatchObject({
      name: "cv.docx",
      text: "Mirela Stan",
    })
    const locked = await upload("locked.pdf", pdf(["x"], { encrypted: true }))
    expect(locked.text).toBe("")
    expect(locked.warning).toMatch(/password/)
  })

  it("is refused with a sentence, and leaves nothing behind", async () => {
    const before = await countStored()
    const png = Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1")
    await expect(upload("cv.pdf", Buffer.alloc(0))).rejects.toEqual(problem("file_empty"))
    await expect(upload("cv.pdf", png)).rejects.toEqual(problem("file_type"))
    await expect(
      upload("cv.docx", docx([], `<w:p><w:r><w:t>${"a".repeat(60 * 1024 * 1024)}</w:t></w:r></w:p>`)),
    ).rejects.toEqual(problem("file_unreadable"))
    await expect(upload("cv.txt", Buffer.alloc(20_000_001, "a"))).rejects.toSatisfy((error) =>
      error instanceof ApiProblem ? error.problem.id === "too_large" : error instanceof TypeError,
    )
    expect(await countStored()).toBe(before)
    expect(
      (await t.app.db.hiring.select({ n: count() }).from(files).where(eq(files.name, "cv.txt")))[0]?.n,
    ).toBe(0)
  })

  it("that no application came for is forgotten after a day", async () => {
    const old = await upload("old.pdf", pdf(["old"]))
    t.setTime(new Date(Date.now() + 25 * 3600_000))
    await upload("new.pdf", pdf(["new"]))
    t.setTime(undefined)
    expect(await t.app.db.hiring.select().from(files).where(eq(files.id, old.uploadId))).toEqual([])
  })
})

describe("applying", () => {
  it("stores everything, puts the résumé before its raters and answers with a link whose secret is kept nowhere", async () => {
    const { uploadId } = await upload("mirela.pdf", pdf(["Mirela Stan"]))
    const answer = await apply(
      submission("Mirela Stan", { uploadId, adjustments: { kinds: ["extra-time"], note: "Dyslexia" } }),
    )
    expect(answer).toMatchObject({ outcome: "received", rule: null, mailed: false })
    expect(answer.link).toMatch(/\/c#[\w-]{43}$/)
    const [file] = await t.app.db.hiring.select().from(files).where(eq(files.id, uploadId))
    const [screen] = await t.app.db.hiring
      .select()
      .from(interviews)
      .where(eq(interviews.applicationId, file?.applicationId ?? ""))
    expect(screen).toMatchObject({ kind: "screen", stageIndex: 1 })
    const seen = await recruiter.client.applications.read({
      params: { applicationId: file?.applicationId ?? "" },
    })
    expect(seen.gates[0]?.interviews[0]?.raters.map((rater) => rater.person.name)).toEqual(["Tomas Lind"])
    expect(seen).toMatchObject({
      blind: true,
      contact: null,
      adjustments: { state: "asked", note: "Dyslexia" },
    })
    await expect(apply(submission("Another Person", { uploadId }))).rejects.toEqual(
      problem("invalid_request"),
    )
  })

  it("ends on a disqualifying answer and names the rule", async () => {
    const body = submission("Jan Vos")
    body.answers["right-to-work"] = false
    const answer = await apply(body)
    expect(answer.outcome).toBe("disqualified")
    expect(answer.rule).toMatch(/permission to work/)
    const [row] = await t.app.db.hiring
      .select()
      .from(applications)
      .where(eq(applications.resumeText, body.resumeText))
    expect(row).toMatchObject({ status: "disqualified", endedAt: expect.any(Date) })
    expect(
      await t.app.db.hiring
        .select()
        .from(interviews)
        .where(eq(interviews.applicationId, row?.id ?? "")),
    ).toEqual([])
  })

  it("acts once, however often it is sent, and hands out a link each time", async () => {
    const before = await countApplications()
    const key = randomUUID()
    const answers = await Promise.all([
      apply(submission("Double Click"), key),
      apply(submission("Double Click"), key),
      apply(submission("Double Click"), key),
    ])
    expect(new Set(answers.map((one) => one.link)).size).toBe(3)
    expect(await countApplications()).toBe((before ?? 0) + 1)
    await expect(apply(submission("Somebody Else"), key)).rejects.toEqual(problem("idempotency_mismatch"))
    await expect(apply(submission("Double Click"))).rejects.toEqual(problem("already_exists"))
    expect(await countApplications()).toBe((before ?? 0) + 1)
  })

  it("knows a repetition from another network, and refuses other words under its key", async () => {
    const key = randomUUID()
    const body = submission("Between Cells")
    await apply(body, key)
    // What the server remembers of a key is kept by address; a phone that changes networks comes from a new one.
    const forgetAddress = () => t.app.db.platform.delete(idempotency).where(eq(idempotency.key, key))
    await forgetAddress()
    expect(await apply(body, key)).toMatchObject({ outcome: "received" })
    await forgetAddress()
    await expect(apply({ ...body, resumeText: "Seven years, not six." }, key)).rejects.toEqual(
      problem("idempotency_mismatch"),
    )
  })

  it("says of every field what is wrong, and changes nothing", async () => {
    const before = await countApplications()
    const body = submission("Wrong Answers")
    body.answers = {
      "right-to-work": "perhaps",
      "strongest-areas": ["knitting"],
      "years-running-pipelines": "many",
      unknown: "x",
    }
    const paths = await apply(body).catch((error: ApiProblem) =>
      error.problem.errors?.map((one) => one.path).sort(),
    )
    expect(paths).toEqual(
      [
        "on-call-rotation",
        "pipeline-you-ran",
        "right-to-work",
        "strongest-areas",
        "unknown",
        "years-running-pipelines",
      ]
        .map((id) => `body.answers.${id}`)
        .sort(),
    )
    await expect(apply(submission("No Such Zone", { timeZone: "Mars/Olympus" }))).rejects.toEqual(
      problem("invalid_request"),
    )
    await expect(apply(submission("Nul", { coverLetter: "a\u0000b" }))).rejects.toEqual(
      problem("invalid_request"),
    )
    expect(await countApplications()).toBe(before)
  })

  it("keeps names and texts of every script as they were sent", async () => {
    const body = submission("Zoë", {
      name: "عمر 👩‍👩‍👧 Zoë",
      email: "zoe@applicants.example",
      resumeText: "日本語\r\n‏עברית 👩🏽‍💻",
    })
    await apply(body)
    const [row] = await t.app.db.hiring
      .select()
      .from(applications)
      .where(eq(applications.resumeText, body.resumeText))
    expect(row?.resumeText).toBe(body.resumeText)
  })
})

describe("asking for the link again", () => {
  it("answers the same whether or not the address is known", async () => {
    const before = (await t.app.db.hiring.select({ n: count() }).from(candidateLinks))[0]?.n
    expect(
      await t
        .client()
        .publicPages.resendLink({ body: { email: "mirela.stan@applicants.example", slug: role.slug } }),
    ).toEqual({ ok: true })
    expect(
      await t
        .client()
        .publicPages.resendLink({ body: { email: "nobody@applicants.example", slug: role.slug } }),
    ).toEqual({ ok: true })
    expect((await t.app.db.hiring.select({ n: count() }).from(candidateLinks))[0]?.n).toBe(before)
  })
})
