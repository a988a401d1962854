import { randomUUID } from "node:crypto"
import type { Application, Debrief } from "@backfill/contract"
import { seeded } from "@backfill/core"
import { eq } from "drizzle-orm"
import type { App } from "../../platform/app.ts"
import { atTime } from "../../platform/clock.ts"
import { openings } from "../../platform/database/schema/hiring.ts"
import { holdInterview, readResume } from "./judge.ts"
import { REASONS } from "./lines.ts"
import { gatherPanel, type Panel } from "./panel.ts"
import { APPLICANTS, type Goal, resumeOf, type SampleApplicant } from "./people.ts"
import { samplePlan } from "./sample-plan.ts"

const DAY = 24 * 3600_000
const before = (days: number, hour = 9) => {
  const date = new Date(Date.now() - days * DAY)
  date.setUTCHours(hour, 0, 0, 0)
  return date.getTime() > Date.now() ? new Date(date.getTime() - DAY) : date
}

/** Which stages (by index in the sample's plan) a goal has behind it. */
const PASSED: Record<Goal, number[]> = {
  disqualified: [],
  "human-look": [],
  "screen-new": [],
  "screen-one-card": [],
  "screen-ready": [],
  "screen-stopped": [],
  "exercises-new": [1, 2],
  "exercises-scheduled": [1, 2],
  withdrawn: [1, 2],
  "core-scheduled": [1, 2, 3],
  "core-one-card": [1, 2, 3],
  "core-debrief": [1, 2, 3],
  "core-held": [1, 2, 3],
  offer: [1, 2, 3, 4],
  offered: [1, 2, 3, 4],
}

/**
 * Fills an opening with invented people in every stage, through the API itself: every rule that holds for people held for
 * them. Times lie in the past weeks. Repeating it makes a second such opening. `tell` hears
 * how many are in.
 */
export async function fillSample(
  app: App,
  tell: (done: number, of: number) => void = () => undefined,
): Promise<{ openingId: string; applications: number }> {
  const panel = await gatherPanel(app)
  try {
    const openingId = await openRole(app, panel)
    for (const [index, applicant] of APPLICANTS.entries()) {
      await bringTo(app, panel, openingId, applicant)
      tell(index + 1, APPLICANTS.length)
    }
    return { openingId, applications: APPLICANTS.length }
  } finally {
    await panel.close()
  }
}

async function openRole(app: App, panel: Panel): Promise<string> {
  const { client } = panel.by("manager")
  return atTime(before(36), async () => {
    const made = await client.openings.create({
      body: {
        kitId: "data-engineer",
        level: "senior",
        title: "Senior data engineer",
        location: "Rotterdam",
        description:
          "You own the pipelines behind our port-call figures: forty thousand events a day, read by planners at six in the morning and by customers all day.\n\nYou will design, run and mend them with four colleagues, share an on-call week in six, and have a say in what we stop doing.",
      },
    })
    const params = { openingId: made.id }
    const ids = (...keys: Parameters<Panel["by"]>[0][]) => keys.map((key) => panel.by(key).id)
    const own = panel.owner.roles.includes("interviewer") ? [panel.owner.id] : []
    await client.openings.saveTeam({
      params,
      body: {
        recruiters: ids("recruiter"),
        hiringManagers: ids("manager"),
        interviewers: [...ids("manager", "deep", "stream", "model"), ...own],
        version: made.version,
      },
    })
    const { plan, planVersion } = await client.openings.plan({ params })
    await client.openings.savePlan({ params, body: { plan: samplePlan(plan, panel), planVersion } })
    const { version } = await client.openings.read({ params })
    await client.openings.update({ params, body: { state: "open", version } })
    await app.db.hiring.update(openings).set({ sample: true }).where(eq(openings.id, made.id))
    return made.id
  })
}

async function apply(app: App, panel: Panel, openingId: string, applicant: SampleApplicant): Promise<string> {
  const { slug } = await panel.by("recruiter").client.openings.read({ params: { openingId } })
  const disqualified = applicant.goal === "disqualified" || applicant.goal === "human-look"
  const { link } = await app.inside().publicPages.apply({
    params: { slug },
    key: randomUUID(),
    body: {
      name: applicant.name,
      email: applicant.email,
      phone: "+31 6 12 34 56 78",
      timeZone: applicant.timeZone,
      uploadId: null,
      resumeText: resumeOf(applicant),
      coverLetter: `${applicant.summary} I would like to run pipelines that people plan their morning by.`,
      answers: {
        "right-to-work": "yes",
        "on-call-rotation": disqualified ? "no" : "yes",
        "years-running-pipelines": applicant.years,
        "strongest-areas": ["pipelines", "quality"],
        "pipeline-you-ran": applicant.work[0] ?? "",
        "event-tracking": "took-part",
      },
      adjustments: applicant.adjustments ?? null,
    },
  })
  return link
}

async function bringTo(app: App, panel: Panel, openingId: string, applicant: SampleApplicant): Promise<void> {
  const random = seeded(applicant.email)
  const recruiter = panel.by("recruiter").client
  const known = new Set(
    (await recruiter.openings.board({ params: { openingId } })).columns
      .flatMap((c) => c.cards)
      .map((c) => c.applicationId),
  )
  const link = await atTime(before(applicant.daysAgo), () => apply(app, panel, openingId, applicant))
  const board = await recruiter.openings.board({ params: { openingId } })
  const id = [...board.columns.flatMap((c) => c.cards), ...board.ended.cards].find(
    (c) => !known.has(c.applicationId) && c.name === applicant.name,
  )?.applicationId
  if (applicant.goal === "human-look" && id) return askHumanLook(app, link, applicant)
  if (!id || applicant.goal === "disqualified") return
  const read = () => recruiter.applications.read({ params: { applicationId: id } })
  if (applicant.adjustments) await grantAdjustments(panel, await read(), applicant)

  let day = applicant.daysAgo - 1
  for (const stage of PASSED[applicant.goal]) {
    await holdStage(panel, id, stage, applicant.strength, random, day, { cards: "all" })
    await decide(panel, id, stage, "advance", Math.max(day - 3, 0.5))
    day -= 5
  }
  await finish(app, panel, { id, link, applicant, random, day: Math.max(day, 1) })
}

async function askHumanLook(app: App, link: string, applicant: SampleApplicant): Promise<void> {
  const candidate = await candidateClient(app, link)
  await atTime(before(applicant.daysAgo - 1), () =>
    candidate.candidate.humanLook({
      body: {
        note: "I care for a parent at night, but I can share the on-call week by day and at weekends. Could someone look at this?",
      },
    }),
  )
}

/** The candidate's own browser: the link's token is exchanged for a cookie by the server itself. */
async function candidateClient(app: App, link: string) {
  return app.insideCandidate(link.split("#")[1] ?? "")
}

async function grantAdjustments(
  panel: Panel,
  application: Application,
  applicant: SampleApplicant,
): Promise<void> {
  const kinds = applicant.adjustments?.kinds ?? []
  await atTime(before(applicant.daysAgo - 1, 11), () =>
    panel.by("recruiter").client.applications.decideAdjustments({
      params: { applicationId: application.id },
      body: {
        granted: kinds,
        timeFactor: kinds.includes("extra-time") ? 1.5 : 1,
        answer: "Gladly. It is set for every step; you needn’t mention it again.",
        version: application.version,
      },
    }),
  )
}

interface Cards {
  cards: "one" | "all"
}

const gateOf = (application: Application, stage: number) =>
  application.gates.find((gate) => gate.stageIndex === stage)

/** Schedules and holds the rounds of a stage. */
async function holdStage(
  panel: Panel,
  applicationId: string,
  stage: number,
  strength: number,
  random: ReturnType<typeof seeded>,
  daysAgo: number,
  { cards }: Cards,
): Promise<void> {
  const manager = panel.by("manager").client
  const params = { applicationId }
  const gate = gateOf(await manager.applications.read({ params }), stage)
  for (const [i, round] of (gate?.roundsToSchedule ?? []).entries()) {
    await atTime(before(daysAgo, 8), () =>
      manager.applications.schedule({
        params,
        body: {
          roundId: round.roundId,
          startsAt: before(daysAgo - 1, 9 + 2 * i).toISOString(),
          timeZone: "Europe/Amsterdam",
          where: "Video call, link in the invitation",
          interviewers: round.interviewers.map((p) => p.id),
        },
      }),
    )
  }
  const held = gateOf(await manager.applications.read({ params }), stage)?.interviews ?? []
  let done = 0
  for (const interview of held)
    for (const { person, submitted } of interview.raters) {
      if (submitted || (cards === "one" && done > 0)) continue
      done += 1
      const rater = panel.member(person.id)
      if (interview.kind === "screen")
        await readResume(rater, interview, strength, random, before(Math.max(daysAgo - 1, 0), 10))
      else
        await holdInterview(rater, interview, strength, random, new Date(interview.startsAt ?? Date.now()), {
          card: true,
        })
    }
}

/** Opens the debrief and decides with two reasons, each with evidence that a card cites. */
async function decide(
  panel: Panel,
  applicationId: string,
  stageIndex: number,
  choice: "advance" | "stop" | "hold" | "offer",
  daysAgo: number,
): Promise<void> {
  const manager = panel.by("manager").client
  const params = { applicationId, stageIndex }
  await atTime(before(daysAgo, 14), async () => {
    const application = await manager.applications.read({ params: { applicationId } })
    const { version } = application
    const debrief: Debrief =
      application.stages[stageIndex]?.kind === "offer"
        ? await manager.debriefs.read({ params })
        : await manager.debriefs.open({ params, body: { version } })
    const rows = debrief.rows.filter((row) => row.ratings.some((r) => r.evidence.length > 0)).slice(0, 2)
    const reasons = rows.map((row, i) => {
      const evidence = row.ratings
        .flatMap((r) => r.evidence)
        .slice(0, 1)
        .map(({ kind, ref, quote }) => ({ kind, ref, quote }))
      return { competencyId: row.competencyId, reason: REASONS[choice]?.[i] ?? "", evidence }
    })
    await manager.debriefs.decide({
      params,
      body: {
        choice,
        summary: REASONS[choice]?.at(-1) ?? "",
        reasons,
        supersedes: null,
        version: debrief.applicationVersion,
      },
    })
  })
}

interface Ending {
  id: string
  link: string
  applicant: SampleApplicant
  random: ReturnType<typeof seeded>
  day: number
}

/** The last steps, which differ by where the person is to stand. */
async function finish(app: App, panel: Panel, { id, link, applicant, random, day }: Ending): Promise<void> {
  const manager = panel.by("manager").client
  const params = { applicationId: id }
  const hold = (stage: number, cards: Cards["cards"]) =>
    holdStage(panel, id, stage, applicant.strength, random, day, { cards })
  switch (applicant.goal) {
    case "screen-one-card":
      return hold(1, "one")
    case "screen-ready":
      return hold(1, "all")
    case "screen-stopped":
      await hold(1, "all")
      return decide(panel, id, 1, "stop", day - 2)
    case "exercises-scheduled":
      return scheduleAhead(panel, id, 3)
    case "core-scheduled":
      return scheduleAhead(panel, id, 4)
    case "core-one-card":
      return hold(4, "one")
    case "core-debrief": {
      await hold(4, "all")
      const { version } = await manager.applications.read({ params })
      await atTime(before(Math.max(day - 2, 0), 15), () =>
        manager.debriefs.open({ params: { ...params, stageIndex: 4 }, body: { version } }),
      )
      return
    }
    case "core-held":
      await hold(4, "all")
      return decide(panel, id, 4, "hold", day - 2)
    case "offered":
      return decide(panel, id, 5, "offer", Math.max(day - 2, 1))
    case "withdrawn": {
      const candidate = await candidateClient(app, link)
      await atTime(before(Math.max(day, 1)), () => candidate.candidate.withdraw({ body: {} }))
      return
    }
    default:
  }
}

/** Rounds in the coming days; the first one with the owner beside, if they interview, so that they can try the console. */
async function scheduleAhead(panel: Panel, applicationId: string, stage: number): Promise<void> {
  const manager = panel.by("manager").client
  const params = { applicationId }
  const gate = gateOf(await manager.applications.read({ params }), stage)
  const own = panel.owner.roles.includes("interviewer") ? [panel.owner.id] : []
  for (const [i, round] of (gate?.roundsToSchedule ?? []).entries()) {
    const startsAt = new Date(Date.now() + (i === 0 ? 10 * 60_000 : (i + 1) * DAY))
    const interviewers = [...new Set([...(i === 0 ? own : []), ...round.interviewers.map((p) => p.id)])]
    await manager.applications.schedule({
      params,
      body: {
        roundId: round.roundId,
        startsAt: startsAt.toISOString(),
        timeZone: "Europe/Amsterdam",
        where: "Video call, link in the invitation",
        interviewers,
      },
    })
  }
}
