import type { TestApp, TestPerson } from "../../platform/testing/test-app.ts"

/** What an applicant sends, with everything answered well. */
export function submission(name: string, changes: Record<string, unknown> = {}) {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}@applicants.example`
  return {
    name,
    email,
    phone: "+31 6 1234",
    timeZone: "Europe/Bucharest",
    uploadId: null as string | null,
    resumeText: `${name}\nRan pipelines for six years.`,
    coverLetter: "",
    answers: {
      "right-to-work": true,
      "on-call-rotation": true,
      "years-running-pipelines": 6,
      "strongest-areas": ["pipelines"],
      "pipeline-you-ran": "Port calls, forty thousand a day.",
    } as Record<string, string | number | boolean | string[]>,
    adjustments: null as { kinds: ("extra-time" | "captions")[]; note: string } | null,
    ...changes,
  }
}

interface Crew {
  manager: TestPerson
  recruiter: TestPerson
  /** Who reads résumés and runs every round. */
  raters: readonly TestPerson[]
}

/**
 * An open role from the shipped kit, its rounds in the hands of these people. The first gate holds the résumé screen and
 * a call, whatever the kit's own stages are.
 */
export async function openRole(
  t: TestApp,
  { manager, recruiter, raters }: Crew,
): Promise<{ openingId: string; slug: string }> {
  const { client } = manager
  const made = await client.openings.create({
    body: {
      kitId: "data-engineer",
      level: "senior",
      title: "Senior data engineer",
      location: "Rotterdam",
      description: "Pipelines for port calls.",
    },
  })
  const params = { openingId: made.id }
  const team = await client.openings.saveTeam({
    params,
    body: {
      recruiters: [recruiter.id],
      hiringManagers: [manager.id],
      interviewers: [],
      version: made.version,
    },
  })
  const { plan, planVersion } = await client.openings.plan({ params })
  const screen = plan.stages.findIndex((stage) => stage.kind === "screen")
  const [call] = plan.stages.splice(screen + 1, 1)
  plan.stages[screen]?.rounds.push(...(call?.rounds ?? []))
  for (const stage of plan.stages)
    for (const round of stage.rounds) round.interviewers = raters.map((rater) => rater.id)
  await client.openings.savePlan({ params, body: { plan, planVersion } })
  await client.openings.update({ params, body: { state: "open", version: team.version + 1 } })
  return { openingId: made.id, slug: made.slug }
}
