import { randomUUID } from "node:crypto"
import type { api, Client } from "@backfill/contract"
import { CORE_ROUND, EXERCISE } from "./opening-steps.ts"
import { WORK } from "./round-steps.ts"
import { candidateToken } from "./sign-in.ts"
import {
  addReadinessItem,
  type Case,
  flaggable,
  flagOf,
  practisable,
  practise,
  type State,
  storyOf,
  type World,
} from "./world.ts"
import { mockAsked } from "./mock-steps.ts"
import { recordPractice } from "./recording-steps.ts"

/** Where a call is aimed: at one of the applications, and what lies under it. */
export interface Aim {
  world: World
  state: State
  target: Case
}

type Api = typeof api
type Input<F extends keyof Api, N extends keyof Api[F]> = NonNullable<
  Parameters<Client[F][N] extends (input?: infer I) => unknown ? (input: I) => void : never>[0]
>
/** What is sent to each endpoint: valid, and without effect on what a later call meets. */
type Requests = {
  [F in keyof Api]: { [N in keyof Api[F]]: (aim: Aim) => Input<F, N> | Promise<Input<F, N>> }
}
export type Sent = {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  upload?: string
  headers?: Record<string, string>
}

/** A version nobody has read: the rules on who may change something are met first, and then nothing is changed. */
const STALE = 9999
const TOKEN = "a-token-that-nobody-was-given"
const nothing = () => ({})
const application = ({ target }: Aim) => ({ params: { applicationId: target.applicationId } })
const interview = ({ target }: Aim) => ({ params: { interviewId: target.interviewId } })
const opening = ({ target }: Aim) => ({ params: { openingId: target.openingId } })
const attempt = ({ target }: Aim) => ({ params: { attemptId: target.attemptId } })
const videoAttempt = ({ target }: Aim) => ({ params: { attemptId: target.videoAttemptId } })
const take = ({ target }: Aim) => ({ params: { recordingId: target.recordingId } })
const recorded = ({ world }: Aim) => ({ params: { recordingId: world.practiceRecording.id } })
const TUS = { "tus-resumable": "1.0.0" }
const CREATION = { ...TUS, "upload-defer-length": "1" }
/** The end of an upload that is complete already. */
const ending = (bytes: number) => ({
  ...TUS,
  "content-type": "application/offset+octet-stream",
  "upload-offset": String(bytes),
})
const gate = ({ target }: Aim) => ({
  params: { applicationId: target.applicationId, stageIndex: target.stageIndex },
})
const practised = ({ world }: Aim) => ({ params: { attemptId: world.practiceAttemptId } })
const asking = ({ world }: Aim) => ({ params: { mockId: world.mocks.asked } })
const answering = ({ world }: Aim) => ({ params: { mockId: world.mocks.answered } })
const chosen = async ({ world }: Aim) => ({
  kitId: "data-engineer",
  itemIds: [await practisable(world)],
  level: "mid" as const,
})
const story = ({ world }: Aim) => ({ params: { storyId: world.storyId } })
const storyDraft = { title: "A night", text: "", themes: {}, badHour: false, kinds: [] }
const kit = () => ({ params: { kitId: "data-engineer" } })
const slug = ({ target }: Aim) => ({ params: { slug: target.slug } })
const newPerson = () => ({
  name: "Somebody New",
  email: `${randomUUID()}@new.example`,
  password: "correct horse battery",
  timeZone: "Europe/Amsterdam",
})
const card = {
  ratings: [],
  recommendation: "no_decision" as const,
  reason: "We ran out of time.",
  version: STALE,
}

export const REQUESTS: Requests = {
  accounts: {
    session: nothing,
    setUp: () => ({ body: { token: TOKEN, purpose: "hire", ...newPerson() } }),
    signIn: ({ world }) => ({
      body: { email: world.people.member.email, password: "correct horse battery" },
    }),
    signOut: nothing,
    signOutEverywhere: nothing,
    register: () => ({ body: newPerson() }),
    updateOwn: () => ({ body: { name: "Another name", version: STALE } }),
    list: nothing,
    update: ({ world }) => ({
      params: { accountId: world.people.member.id },
      body: { disabled: true, version: STALE },
    }),
    resetLink: ({ world }) => ({ params: { accountId: world.people.member.id } }),
    resetPassword: () => ({ body: { token: TOKEN, password: "correct horse battery" } }),
    invite: () => ({ body: { roles: ["member"] } }),
    invitations: nothing,
    revokeInvitation: async ({ world }) => ({
      params: {
        invitationId: (await world.people.owner.client.accounts.invite({ body: { roles: ["member"] } }))
          .invitation.id,
      },
    }),
    viewInvitation: ({ world }) => ({ body: { token: world.invitationToken } }),
    acceptInvitation: () => ({ body: { token: TOKEN, ...newPerson() } }),
    settings: nothing,
    saveSettings: () => ({
      body: {
        organisation: "Elsewhere",
        hiring: true,
        registration: "off",
        retentionMonths: 6,
        contact: "",
        version: STALE,
      },
    }),
  },
  kits: {
    list: nothing,
    read: kit,
    changes: opening,
    flags: kit,
    flagsInRound: interview,
    flag: async ({ world, target }) => ({
      body: {
        place: { kind: "opening", openingId: target.openingId },
        item: await flaggable(world),
        reason: "unclear",
        note: "It can be read in two ways.",
      },
    }),
    withdrawFlag: async (aim) => ({ params: { flagId: await flagOf(aim) }, body: { version: STALE } }),
    resolveFlag: async (aim) => ({
      params: { flagId: await flagOf(aim) },
      body: { word: "Reworded.", version: STALE },
    }),
  },
  openings: {
    list: nothing,
    create: () => ({
      body: {
        kitId: "data-engineer",
        level: "mid",
        title: "Another role",
        location: "",
        description: "More of it.",
      },
    }),
    read: opening,
    update: (aim) => ({ ...opening(aim), body: { title: "Renamed", version: STALE } }),
    saveTeam: (aim) => ({
      ...opening(aim),
      body: { recruiters: [], hiringManagers: [], interviewers: [], version: STALE },
    }),
    plan: opening,
    savePlan: async (aim) => {
      const { plan } = await aim.world.people.owner.client.openings.plan(opening(aim))
      return { ...opening(aim), body: { plan, planVersion: STALE } }
    },
    kit: opening,
    board: opening,
    sampleProgress: nothing,
    sample: () => ({ body: {} }),
  },
  publicPages: {
    openings: nothing,
    opening: slug,
    uploadResume: (aim) => ({ ...slug(aim), query: { name: "cv.txt" }, upload: "Ran pipelines for years." }),
    apply: (aim) => ({
      ...slug(aim),
      body: {
        name: "Somebody New",
        email: `${randomUUID()}@new.example`,
        phone: "",
        timeZone: "Europe/Amsterdam",
        uploadId: null,
        resumeText: "Ran pipelines for years.",
        coverLetter: "",
        adjustments: null,
        answers: {
          "right-to-work": "yes",
          "on-call-rotation": "yes",
          "years-running-pipelines": 6,
          "strongest-areas": ["pipelines"],
          "pipeline-you-ran": "One.",
        },
      },
    }),
    resendLink: ({ target }) => ({ body: { email: target.applicant.email, slug: target.slug } }),
  },
  candidate: {
    open: async ({ world, target }) => ({
      body: { token: await candidateToken(world.t, target.applicationId) },
    }),
    page: nothing,
    humanLook: () => ({ body: { note: "Please look." } }),
    adjustments: ({ target }) => ({ body: { kinds: ["extra-time"], note: target.applicant.reason } }),
    askForAnotherTime: (aim) => ({ ...interview(aim), body: { note: "Friday would be better." } }),
    calendar: interview,
    withdraw: () => ({ body: {} }),
    erasePreview: nothing,
    erase: () => ({ body: { confirm: "erase" } }),
    download: nothing,
    attempt,
    startAttempt: (aim) => ({ ...attempt(aim), body: {} }),
    saveAttempt: (aim) => ({ ...attempt(aim), body: { text: "something else", version: STALE } }),
    uploadToAttempt: (aim) => ({ ...attempt(aim), query: { name: "more.txt" }, upload: "more work" }),
    submitAttempt: (aim) => ({ ...attempt(aim), body: { version: STALE } }),
  },
  applications: {
    read: application,
    materials: application,
    story: ({ target }) => ({ params: { applicationId: target.applicationId }, query: {} }),
    file: ({ target }) => ({ params: { applicationId: target.applicationId, fileId: target.resumeFileId } }),
    unblind: (aim) => ({ ...application(aim), body: { reason: "The agency asks." } }),
    decideHumanLook: (aim) => ({
      ...application(aim),
      body: { outcome: "uphold", reason: "The rule stands.", version: STALE },
    }),
    decideAdjustments: (aim) => ({
      ...application(aim),
      body: { granted: [], timeFactor: 1, answer: "", version: STALE },
    }),
    resendLink: application,
    legalHold: (aim) => ({
      ...application(aim),
      body: { hold: true, reason: "A letter came.", version: STALE },
    }),
    erase: (aim) => ({ ...application(aim), body: { reason: "Asked by letter.", version: STALE } }),
    accessExport: application,
    schedule: (aim) => ({
      ...application(aim),
      body: {
        roundId: CORE_ROUND,
        startsAt: "2031-05-01T09:00:00Z",
        timeZone: "Europe/Amsterdam",
        where: "",
        interviewers: [aim.world.people.rater.id],
      },
    }),
    waiveCard: (aim) => ({
      ...interview(aim),
      body: { raterId: aim.world.people.rater.id, reason: "Left the company." },
    }),
    retention: nothing,
  },
  interviews: {
    mine: nothing,
    console: interview,
    reschedule: (aim) => ({ ...interview(aim), body: { where: "Room 2", version: STALE } }),
    calendar: interview,
    sync: (aim) => ({ ...interview(aim), body: { notes: [], events: [] } }),
    scorecard: interview,
    saveScorecard: (aim) => ({ ...interview(aim), body: card }),
    submitScorecard: (aim) => ({ ...interview(aim), body: card }),
    amendScorecard: (aim) => ({ ...interview(aim), body: { ...card, why: "A slip." } }),
  },
  screening: { queue: nothing, read: ({ target }) => ({ params: { interviewId: target.screenId } }) },
  attempts: {
    schedule: (aim) => ({ ...application(aim), body: { exerciseId: EXERCISE, availableFrom: null } }),
    list: application,
    file: ({ target }) => ({ params: { attemptId: target.attemptId, fileId: target.attemptFileId } }),
    cite: (aim) => ({
      ...attempt(aim),
      body: { artifact: "text", selector: "text=0-6", quote: WORK.slice(0, 6) },
    }),
  },
  recordings: {
    protocol: videoAttempt,
    list: videoAttempt,
    create: (aim) => ({ ...videoAttempt(aim), query: {}, headers: CREATION }),
    read: take,
    append: (aim) => ({ ...take(aim), upload: "", headers: ending(aim.target.recordingBytes) }),
    remove: (aim) => ({ ...take(aim), headers: TUS }),
    choose: (aim) => ({ ...take(aim), body: { version: STALE } }),
    watchOwn: take,
    handed: videoAttempt,
    watch: ({ target }) => ({
      params: { attemptId: target.videoAttemptId, recordingId: target.recordingId },
    }),
  },
  debriefs: {
    open: (aim) => ({ ...gate(aim), body: { version: STALE } }),
    read: gate,
    decide: (aim) => ({
      ...gate(aim),
      body: { choice: "hold", summary: "", reasons: [], supersedes: null, version: STALE },
    }),
    exportDecision: ({ target }) => ({ params: { decisionId: target.decisionId } }),
  },
  practice: {
    questions: nothing,
    attempts: nothing,
    start: async ({ world }) => ({
      body: { kitId: "data-engineer", itemId: await practisable(world), level: "mid" },
    }),
    read: practised,
    save: (aim) => ({
      ...practised(aim),
      body: { text: "", selfScore: null, finished: false, version: STALE },
    }),
    remove: async ({ world }) => ({ params: { attemptId: await practise(world) } }),
  },
  readiness: {
    page: nothing,
    exercise: () => ({ params: { exerciseId: "merge" } }),
    add: () => ({ body: { groupId: "panel-team", text: "Who makes the coffee?" } }),
    change: () => ({
      params: { itemId: "sql-merge" },
      body: { text: null, done: true, hidden: false, version: STALE },
    }),
    remove: async ({ world }) => ({ params: { itemId: await addReadinessItem(world) } }),
    onSite: nothing,
    saveOnSite: () => ({ body: { onSite: null } }),
  },
  mocks: {
    list: nothing,
    create: async (aim) => ({ body: await chosen(aim) }),
    link: asking,
    view: ({ world }) => ({ body: { token: world.mocks.token } }),
    join: () => ({ body: { token: TOKEN } }),
    read: asking,
    console: asking,
    sync: (aim) => ({ ...asking(aim), body: { notes: [], events: [], startedAt: null } }),
    rate: (aim) => ({ ...asking(aim), body: { ratings: [], version: STALE } }),
    handOver: (aim) => ({ ...asking(aim), body: { ratings: [], version: STALE } }),
    feedback: answering,
    discard: async (aim) => ({
      params: { mockId: await mockAsked(aim.world.people.member, aim.world.mocks, "handed") },
    }),
    swap: async (aim) => ({ ...answering(aim), body: await chosen(aim) }),
    remove: async (aim) => ({
      params: { mockId: await mockAsked(aim.world.people.member, aim.world.mocks) },
    }),
  },
  practiceData: {
    download: nothing,
    bring: () => ({
      upload: JSON.stringify({
        format: "backfill-practice",
        formatVersion: 1,
        exportedAt: new Date().toISOString(),
      }),
    }),
    removeAll: nothing,
  },
  practiceRecordings: {
    protocol: nothing,
    list: () => ({ query: {} }),
    create: () => ({ query: {}, headers: CREATION }),
    read: recorded,
    append: (aim) => ({ ...recorded(aim), upload: "", headers: ending(aim.world.practiceRecording.bytes) }),
    remove: async ({ world }) => ({
      params: { recordingId: (await recordPractice(world.t, world.people.member)).id },
      headers: TUS,
    }),
    watch: recorded,
  },
  rehearsals: {
    list: () => ({ query: {} }),
    read: recorded,
    note: (aim) => ({
      ...recorded(aim),
      body: { version: 0, speech: null, marks: [], parts: [], transcript: null, dismissed: [] },
    }),
    transcription: nothing,
    transcribe: recorded,
  },
  stories: {
    list: nothing,
    create: () => ({ body: { stories: [storyDraft] } }),
    pdf: nothing,
    read: story,
    save: (aim) => ({ ...story(aim), body: { ...storyDraft, version: STALE } }),
    remove: async ({ world }) => ({ params: { storyId: await storyOf(world) } }),
    versions: story,
    keepVersion: (aim) => ({ ...story(aim), body: { name: "As told" } }),
    goBack: (aim) => ({
      params: { ...story(aim).params, versionId: aim.world.storyVersionId },
      body: { version: STALE },
    }),
    dismissHint: (aim) => ({ ...story(aim), body: { finding: "vague-we", quote: "We", reason: "" } }),
    restoreHint: (aim) => ({ params: { ...story(aim).params, hintId: randomUUID() } }),
  },
  system: { events: nothing, audit: () => ({ query: {} }), verifyAudit: nothing, openapi: nothing },
}

/** Features whose answers depend on how far the application is that they are asked about. */
export const STATEFUL: readonly string[] = [
  "candidate",
  "applications",
  "interviews",
  "screening",
  "attempts",
  "recordings",
  "debriefs",
]
/** Called after all others, since they do change what a later call would meet. */
export const LAST: readonly string[] = [
  "applications.waiveCard",
  "applications.unblind",
  "recordings.remove",
  "candidate.withdraw",
  "accounts.signOutEverywhere",
  "openings.sample",
  "practiceData.removeAll",
]
