import { randomUUID } from "node:crypto"
import type { Opening } from "@backfill/contract"
import { type Plan, RESUME_SCREEN } from "@backfill/core"
import type { TestApp, TestPerson } from "../test-app.ts"

/** Who works on an opening, and which of them read and interview everyone. */
export interface Panel {
  recruiter: TestPerson
  manager: TestPerson | undefined
  raters: TestPerson[]
  team: TestPerson[]
}

/** Who applied, with everything that tells who they are: each of it is unlike any other text of the world. */
export interface Applicant {
  name: string
  email: string
  phone: string
  fileName: string
  /** Why an adjustment is asked for. */
  reason: string
  link: string
}

export interface Applied {
  applicant: Applicant
  applicationId: string
  openingId: string
  slug: string
  resumeFileId: string
}

/** Stages of the plan below, by index. */
export const planOf = { screen: 1, core: 2, offer: 3 } as const
/** The exercise that everybody of the world is given. */
export const EXERCISE = "pipeline-health"
export const CORE_ROUND = "behavioural"

/** Opens a role whose plan is one résumé screen, one interview with a question and an exercise, and the offer. */
export async function openRole(owner: TestPerson, panel: Panel, title: string): Promise<Opening> {
  const { openings } = owner.client
  const made = await openings.create({
    body: {
      kitId: "data-engineer",
      level: "senior",
      title,
      location: "Delft",
      description: "Keep the figures right.",
    },
  })
  const params = { openingId: made.id }
  const ids = (people: readonly (TestPerson | undefined)[]) => people.flatMap((person) => person?.id ?? [])
  await openings.saveTeam({
    params,
    body: {
      recruiters: ids([panel.recruiter]),
      hiringManagers: ids([panel.manager]),
      interviewers: ids(panel.team),
      version: made.version,
    },
  })
  const { plan, planVersion } = await openings.plan({ params })
  await openings.savePlan({ params, body: { plan: smallPlan(plan, ids(panel.raters)), planVersion } })
  const { version } = await openings.read({ params })
  return openings.update({ params, body: { state: "open", version } })
}

function smallPlan(plan: Plan, interviewers: string[]): Plan {
  const rounds = plan.stages.flatMap((stage) => stage.rounds)
  const talk = rounds.find((round) => round.id === CORE_ROUND)
  const exercise = rounds.flatMap((round) => round.items).find((item) => item.id === EXERCISE)
  if (!talk || !exercise) throw new Error("The kit has lost what this world is built on.")
  const core = { ...talk, interviewers, items: [...talk.items.slice(0, 1), exercise] }
  const reading = { ...talk, id: RESUME_SCREEN, interviewers, items: [] }
  const seen = new Set<string>()
  // One stage of each kind, in the plan's order.
  const stages = plan.stages.filter((stage) => !seen.has(stage.kind) && seen.add(stage.kind))
  return {
    ...plan,
    stages: stages.map((stage) => ({
      ...stage,
      rounds: stage.kind === "interviews" ? [core] : stage.kind === "screen" ? [reading] : [],
    })),
  }
}

/** Applies with a résumé file, a letter and a wish for adjustments, which the recruiter grants. */
export async function apply(t: TestApp, opening: Opening, panel: Panel, name: string): Promise<Applied> {
  const [first = "", last = ""] = name.toLowerCase().split(" ")
  const applicant = {
    name,
    email: `${first}@${last}.example`,
    phone: `+31 6 ${String(name.length).repeat(8).slice(0, 8)}`,
    fileName: `cv-of-${first}.txt`,
    reason: `reason-canary-${first}`,
  }
  const params = { slug: opening.slug }
  const resumeText = [
    name,
    `${applicant.email} · ${applicant.phone}`,
    "",
    "- Ran the tide stream for nine harbours.",
    "- Halved the nightly build by partitions.",
  ].join("\n")
  const anyone = t.client()
  const upload = await anyone.publicPages.uploadResume({
    params,
    query: { name: applicant.fileName },
    upload: resumeText,
  })
  const { link } = await anyone.publicPages.apply({
    params,
    key: randomUUID(),
    body: {
      name,
      email: applicant.email,
      phone: applicant.phone,
      timeZone: "Europe/Amsterdam",
      uploadId: upload.uploadId,
      resumeText,
      coverLetter: `I would like to join. Greetings, ${name}`,
      answers: {
        "right-to-work": "yes",
        "on-call-rotation": "yes",
        "years-running-pipelines": 6,
        "strongest-areas": ["pipelines"],
        "pipeline-you-ran": "The tide stream.",
      },
      adjustments: { kinds: ["extra-time"], note: applicant.reason },
    },
  })
  const { client } = panel.recruiter
  const board = await client.openings.board({ params: { openingId: opening.id } })
  const applicationId =
    board.columns.flatMap((column) => column.cards).find((card) => card.name === name)?.applicationId ?? ""
  const { version } = await client.applications.read({ params: { applicationId } })
  const { files } = await client.applications.materials({ params: { applicationId } })
  await client.applications.decideAdjustments({
    params: { applicationId },
    body: { granted: ["extra-time"], timeFactor: 1.5, answer: "Gladly.", version },
  })
  return {
    applicant: { ...applicant, link },
    applicationId,
    openingId: opening.id,
    slug: opening.slug,
    resumeFileId: files[0]?.id ?? "",
  }
}
