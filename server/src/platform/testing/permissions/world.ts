import type { Role } from "@backfill/contract"
import { startTestApp, type TestApp, type TestPerson } from "../test-app.ts"
import { type Mocks, setUpMocks } from "./mock-steps.ts"
import { type Applicant, apply, openRole, type Panel, planOf } from "./opening-steps.ts"
import { finishRecordings } from "../../../features/recordings/finish-recordings.ts"
import { recordAnswer, recordPractice } from "./recording-steps.ts"
import {
  decideGate,
  doExercise,
  draftCoreCard,
  draftScreenCard,
  openGate,
  passScreen,
  scheduleCore,
  submitCoreCard,
} from "./round-steps.ts"

export const STATES = ["draft", "sealed", "decided"] as const
/**
 * How far an application of the first opening has come. `draft`: its résumé is being read, one card drafted. `sealed`: one
 * card of its interview is in, the other drafted. `decided`: its debrief was opened and decided.
 */
export type State = (typeof STATES)[number]

/** One application and the ids under it. */
export interface Case {
  applicant: Applicant
  applicationId: string
  openingId: string
  slug: string
  /** The current stage, its debrief and its interview; for `draft` that is the résumé screen itself. */
  stageIndex: number
  interviewId: string
  screenId: string
  attemptId: string
  attemptFileId: string
  /** The video response and its one take. */
  videoAttemptId: string
  recordingId: string
  recordingBytes: number
  resumeFileId: string
  /** A decision of this application; one that doesn't exist while there is none. */
  decisionId: string
}

export interface World {
  t: TestApp
  people: Record<
    | "owner"
    | "recruiter"
    | "otherRecruiter"
    | "manager"
    | "rater"
    | "secondRater"
    | "teamInterviewer"
    | "otherInterviewer"
    | "member",
    TestPerson
  >
  cases: Record<State, Case>
  /** The application to the other opening. */
  other: Case
  practiceAttemptId: string
  practiceRecording: { id: string; bytes: number }
  /** Mocks of the member with another: one in which they ask, one handed over to them, and the link of a third. */
  mocks: Mocks
  storyId: string
  storyVersionId: string
  invitationToken: string
  close(): Promise<void>
}

const ROLES: Record<keyof World["people"], readonly Role[]> = {
  owner: ["owner"],
  recruiter: ["recruiter"],
  otherRecruiter: ["recruiter"],
  manager: ["hiring-manager"],
  rater: ["interviewer"],
  secondRater: ["interviewer"],
  teamInterviewer: ["interviewer"],
  otherInterviewer: ["interviewer"],
  member: ["member"],
}

/** Two openings with four applications, made through the API as people would, with nothing written past it. */
export async function buildWorld(): Promise<World> {
  const t = await startTestApp()
  try {
    const made: [string, TestPerson][] = []
    for (const [key, roles] of Object.entries(ROLES))
      made.push([key, await t.person(`Person ${key}`, [...roles])])
    const people = Object.fromEntries(made) as World["people"]
    const { recruiter, otherRecruiter, manager, rater, secondRater, teamInterviewer, otherInterviewer } =
      people
    const panel: Panel = {
      recruiter,
      manager,
      raters: [rater, secondRater],
      team: [rater, secondRater, teamInterviewer],
    }
    const elsewhere: Panel = {
      recruiter: otherRecruiter,
      manager: undefined,
      raters: [otherInterviewer],
      team: [otherInterviewer],
    }
    const opening = await openRole(people.owner, panel, "Engineer for tide tables")
    const otherOpening = await openRole(people.owner, elsewhere, "Engineer for lock gates")
    const cases = {
      draft: await toDraft(t, opening, panel, "Quillane Zephyrsen"),
      sealed: await toSealed(t, opening, panel, "Ottoline Marchbanks"),
      decided: await toDecided(t, opening, panel, "Peregrin Tollkoetter"),
    }
    const other = await toDraft(t, otherOpening, elsewhere, "Wilhelmina Oystercatch")
    const { link } = await people.owner.client.accounts.invite({ body: { roles: ["member"] } })
    const storyId = await storyOf({ people })
    const kept = await people.member.client.stories.keepVersion({
      params: { storyId },
      body: { name: "First" },
    })
    const practiceRecording = await recordPractice(t, people.member)
    await finishRecordings(t.app)
    return {
      t,
      people,
      cases,
      other,
      practiceAttemptId: await practise({ people }),
      practiceRecording,
      mocks: await setUpMocks(t, people.member),
      storyId,
      storyVersionId: kept.id,
      invitationToken: link.split("#")[1] ?? "",
      close: () => t.close(),
    }
  } catch (error) {
    await t.close()
    throw error
  }
}

type Opening = Awaited<ReturnType<typeof openRole>>

async function toDraft(t: TestApp, opening: Opening, panel: Panel, name: string): Promise<Case> {
  const applied = await apply(t, opening, panel, name)
  const exercise = {
    ...(await doExercise(t, panel.recruiter, applied, { handIn: false })),
    ...(await recordAnswer(t, panel.recruiter, applied, { handIn: false })),
  }
  const screen = await draftScreenCard(panel, applied.applicant)
  return {
    ...applied,
    ...exercise,
    stageIndex: planOf.screen,
    interviewId: screen,
    screenId: screen,
    decisionId: "00000000-0000-4000-8000-000000000000",
  }
}

async function toInterviews(t: TestApp, opening: Opening, panel: Panel, name: string) {
  const applied = await apply(t, opening, panel, name)
  const exercise = {
    ...(await doExercise(t, panel.recruiter, applied, { handIn: true })),
    ...(await recordAnswer(t, panel.recruiter, applied, { handIn: true })),
  }
  const screen = await passScreen(panel, applied)
  const interviewId = await scheduleCore(panel, applied.applicationId)
  return { ...applied, ...exercise, stageIndex: planOf.core, interviewId, ...screen }
}

async function toSealed(t: TestApp, opening: Opening, panel: Panel, name: string): Promise<Case> {
  const made = await toInterviews(t, opening, panel, name)
  const [first, second] = panel.raters
  if (first) await submitCoreCard(first, made)
  if (second) await draftCoreCard(second, made)
  return made
}

async function toDecided(t: TestApp, opening: Opening, panel: Panel, name: string): Promise<Case> {
  const made = await toInterviews(t, opening, panel, name)
  for (const rater of panel.raters) await submitCoreCard(rater, made)
  await openGate(panel, made)
  return { ...made, decisionId: await decideGate(panel, made) }
}

/** A question that anybody with an account may practise on. */
export async function practisable({ people }: Pick<World, "people">): Promise<string> {
  return (await people.member.client.practice.questions()).items[0]?.id ?? ""
}

/** Lets the member start on a question; answers the attempt's id. */
export async function practise(world: Pick<World, "people">): Promise<string> {
  return (
    await world.people.member.client.practice.start({
      body: { kitId: "data-engineer", itemId: await practisable(world), level: "senior" },
    })
  ).id
}

/** Lets the member add an item to their checklists; answers its id. */
export async function addReadinessItem({ people }: Pick<World, "people">): Promise<string> {
  const body = { groupId: "panel-team", text: "Who makes the coffee?" }
  return (await people.member.client.readiness.add({ body })).id
}

/** Lets the member write a story; answers its id. */
export async function storyOf({ people }: Pick<World, "people">): Promise<string> {
  const draft = {
    title: "The hour that came twice",
    text: "I was paged.",
    themes: {},
    badHour: true,
    kinds: [],
  }
  const { items } = await people.member.client.stories.create({ body: { stories: [draft] } })
  return items[0]?.id ?? ""
}

/** A question that a panel may flag. */
export async function flaggable({ people }: Pick<World, "people">) {
  const { questions } = await people.owner.client.kits.read({ params: { kitId: "data-engineer" } })
  return { kind: "question" as const, id: questions[0]?.id ?? "" }
}

/** An open flag of the rater's on the application's opening; answers its id. */
export async function flagOf({ world, target }: { world: World; target: Case }): Promise<string> {
  const { client } = world.people.rater
  const { items } = await client.kits.flags({ params: { kitId: "data-engineer" } })
  const flag =
    items[0] ??
    (await client.kits.flag({
      body: {
        place: { kind: "opening", openingId: target.openingId },
        item: await flaggable(world),
        reason: "leaked",
        note: "It stands on a forum.",
      },
    }))
  return flag.id
}
