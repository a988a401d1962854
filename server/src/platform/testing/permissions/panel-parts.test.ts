import type { ConsoleItem, Endpoint } from "@backfill/contract"
import { type Exercise, type KitFile, readKit } from "@backfill/core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Applied, type Scene, startScene, TALKS } from "../../../features/debriefs/scene.test-data.ts"
import { walkKit } from "../../../features/kits/walk-kit.ts"
import { ENDPOINTS } from "./matrix.ts"

const SHIPPED = new URL("../../../../../kits/data-engineer", import.meta.url).pathname
/** One exercise for each part that a type brings. */
const GIVEN = ["late-revenue-model", "real-time-analytics", "quarter-end-night", "pipeline-health-with-ai"]
/** Strings that choose among fixed words, which can't carry a canary. */
const CHOICES = new Set(["topic", "part", "form", "pairedWith"])

let s: Scene
let application: Applied
let interviewId: string
let exercises: Exercise[]
beforeAll(async () => {
  const { kit } = readKit(await walkKit(SHIPPED))
  exercises = GIVEN.flatMap((id) => kit?.exercises.find((one) => one.id === id) ?? []).map(withCanaries)
  s = await startScene((files) => [...files.map(roundOfAll), ...exercises.map(fileOf)])
  application = await s.apply(TALKS)
  interviewId = await application.hold({}, s.amara)
})
afterAll(() => s.close())

/** The same thing with each of its texts replaced by one that names its place, and is found wherever it turns up. */
function marked<T>(value: T, place: string): T {
  if (typeof value === "string") return `Canary ${place}.` as T
  if (Array.isArray(value)) return value.map((one, at) => marked(one, `${place}-${at}`)) as T
  if (value === null || typeof value !== "object") return value
  const entries = Object.entries(value).map(([key, one]) => [
    key,
    CHOICES.has(key) ? one : marked(one, `${place}-${key}`),
  ])
  return Object.fromEntries(entries) as T
}

function withCanaries(exercise: Exercise): Exercise {
  const { id, panelGuide, simulation, design, drill, coding } = exercise
  const panel = marked({ panelGuide, simulation, design, drill }, id)
  const suppliedDraft = coding && `Canary ${id}-draft.`
  return {
    ...exercise,
    ...panel,
    audience: "panel",
    competencies: ["pipelines"],
    coding: coding && { ...coding, pairedWith: undefined, suppliedDraft },
  }
}

const fileOf = (exercise: Exercise): KitFile => ({
  path: `exercises/${exercise.id}.yaml`,
  bytes: new TextEncoder().encode(JSON.stringify(exercise)),
  kind: "file",
})

/** The fixture's round with the exercises added behind its own. */
function roundOfAll(file: KitFile): KitFile {
  if (file.path !== "rounds.yaml") return file
  const own = "- exercise: late-orders"
  const text = new TextDecoder().decode(file.bytes)
  const all = [own, ...GIVEN.map((id) => `- exercise: ${id}`)].join("\n      ")
  return {
    ...file,
    bytes: new TextEncoder().encode(text.replace(own, all).replace("minutes: 90", "minutes: 240")),
  }
}

const canariesIn = (text: string) => [...new Set(text.match(/Canary [\w-]+/g) ?? [])]
const canariesOf = (exercise: Exercise) => canariesIn(JSON.stringify(exercise))
const itemOf = (items: readonly ConsoleItem[], id: string) => items.find((item) => item.id === id)

/** Whatever a cookie may read: every GET of the contract, aimed at these ids. */
async function everythingFor(cookie: string, attemptId: string): Promise<{ name: string; text: string }[]> {
  const ids: Record<string, string> = {
    applicationId: application.id,
    openingId: s.openingId,
    kitId: "fixture",
    stageIndex: String(TALKS),
    interviewId,
    attemptId,
  }
  const addressOf = ({ path }: Endpoint) =>
    path.replaceAll(/:(\w+)/g, (_, key: string) => ids[key] ?? "00000000-0000-4000-8000-000000000000")
  const pages = []
  for (const [name, endpoint] of ENDPOINTS) {
    if (endpoint.method !== "GET" || name === "system.events") continue
    const answer = await s.t.fetch(addressOf(endpoint), { headers: { cookie, "x-backfill": "1" } })
    pages.push({ name: answer.ok ? name : "", text: await answer.text() })
  }
  return pages
}

describe("what a type brings for its panel", () => {
  it("is in the console of the round, whole, with nothing that isn't there", async () => {
    const { items } = await s.amara.client.interviews.console({ params: { interviewId } })
    for (const exercise of exercises) {
      const sent = canariesIn(JSON.stringify(itemOf(items, exercise.id)))
      expect(sent.length).toBeGreaterThan(exercise.coding ? 1 : 20)
      expect(canariesOf(exercise).filter((canary) => !sent.includes(canary))).toEqual([])
    }
    expect(items.map((item) => item.part?.kind ?? null)).toEqual([
      null,
      null,
      "design",
      "simulation",
      "design",
      "drill",
      "coding",
    ])
  })

  it.each(GIVEN)("never reaches the candidate: before, while it runs, and after (%s)", async (exerciseId) => {
    const { id: attemptId } = await s.recruiter.client.attempts.schedule({
      params: { applicationId: application.id },
      body: { exerciseId, availableFrom: null },
    })
    const { candidate } = s.t.client(application.candidateCookie)
    const params = { attemptId }
    const seen: string[] = []
    const readAll = async () => {
      const pages = await everythingFor(application.candidateCookie, attemptId)
      seen.push(...pages.map(({ name }) => name))
      expect(pages.flatMap(({ text }) => canariesIn(text))).toEqual([])
    }
    await readAll()
    const started = await candidate.startAttempt({ params, body: {} })
    await readAll()
    const handedIn = await candidate.submitAttempt({ params, body: { version: started.version } })
    await readAll()
    expect(canariesIn(JSON.stringify([started, handedIn]))).toEqual([])
    expect(seen).toEqual(
      expect.arrayContaining(["candidate.page", "candidate.attempt", "candidate.download"]),
    )
  })

  it("but for the language, and the code to start from once the clock runs", async () => {
    const other = await s.apply(TALKS)
    const given = await s.recruiter.client.attempts.schedule({
      params: { applicationId: other.id },
      body: { exerciseId: "pipeline-health-with-ai", availableFrom: null },
    })
    const { candidate } = s.t.client(other.candidateCookie)
    const params = { attemptId: given.id }
    const language = "Python, or another language agreed beforehand"
    expect((await candidate.attempt({ params })).coding).toEqual({ language, starter: null })
    const starter = expect.stringContaining("def check_pipeline_health(partition_date")
    expect((await candidate.startAttempt({ params, body: {} })).coding).toEqual({ language, starter })
  })
})
