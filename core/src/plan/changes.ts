import type { Plan, PlanRound, PlanStage } from "./plan.ts"

/** Turns an id into a name a person reads, e.g. an account into a person's name or a competency into its title. */
export type NameOf = (id: string) => string

/**
 * What changed from one plan to the next, each as one sentence; no sentence means the plans are alike.
 * Stages and rounds are matched by id, so a renamed round is a rename and not a removal.
 */
export function planChanges(before: Plan, after: Plan, nameOf: NameOf = (id) => id): string[] {
  const lines: string[] = []
  if (before.level !== after.level) lines.push(`Level: ${before.level} became ${after.level}.`)
  lines.push(...listChanges("Stage", before.stages, after.stages))
  for (const [old, now] of matched(before.stages, after.stages)) lines.push(...stageChanges(old, now))

  const oldRounds = before.stages.flatMap((stage) => stage.rounds)
  const newRounds = after.stages.flatMap((stage) => stage.rounds)
  lines.push(...listChanges("Round", oldRounds, newRounds))
  lines.push(...movedRounds(before, after))
  for (const [old, now] of matched(oldRounds, newRounds)) lines.push(...roundChanges(old, now, nameOf))

  for (const id of new Set([...Object.keys(before.weights), ...Object.keys(after.weights)])) {
    const [old, now] = [before.weights[id], after.weights[id]]
    if (old !== now) lines.push(`Weight of ${nameOf(id)}: ${percent(old)} became ${percent(now)}.`)
  }
  return lines
}

interface Named {
  id: string
  title: string
}

function listChanges(what: string, before: readonly Named[], after: readonly Named[]): string[] {
  const added = after.filter((thing) => !before.some((old) => old.id === thing.id))
  const removed = before.filter((thing) => !after.some((now) => now.id === thing.id))
  const lines = [
    ...added.map((thing) => `${what} added: ${thing.title}.`),
    ...removed.map((thing) => `${what} removed: ${thing.title}.`),
  ]
  const kept = (list: readonly Named[], other: readonly Named[]): string =>
    list
      .filter((thing) => other.some((match) => match.id === thing.id))
      .map((thing) => thing.id)
      .join("\n")
  if (kept(before, after) !== kept(after, before)) {
    lines.push(`${what}s now in this order: ${after.map((thing) => thing.title).join(", ")}.`)
  }
  return lines
}

function stageChanges(before: PlanStage, after: PlanStage): string[] {
  const lines = []
  if (before.title !== after.title) lines.push(`Stage ${before.title} is now called ${after.title}.`)
  if (before.kind !== after.kind) lines.push(`${after.title}: ${before.kind} became ${after.kind}.`)
  if (before.summary !== after.summary)
    lines.push(`${after.title}: what the candidate reads about it changed.`)
  if (before.judgedOn.join("\n") !== after.judgedOn.join("\n")) {
    lines.push(`${after.title}: how it is judged, as the candidate reads it, changed.`)
  }
  return lines
}

function movedRounds(before: Plan, after: Plan): string[] {
  return after.stages.flatMap((stage) =>
    stage.rounds.flatMap((round) => {
      const old = before.stages.find((candidate) => candidate.rounds.some((held) => held.id === round.id))
      return old && old.id !== stage.id ? [`${round.title} moved from ${old.title} to ${stage.title}.`] : []
    }),
  )
}

function roundChanges(before: PlanRound, after: PlanRound, nameOf: NameOf): string[] {
  const lines = []
  const name = after.title
  if (before.title !== name) lines.push(`Round ${before.title} is now called ${name}.`)
  if (before.summary !== after.summary) lines.push(`${name}: what the candidate reads about it changed.`)
  if (before.runBy !== after.runBy) lines.push(`${name}: who may run it changed to ${after.runBy}.`)
  for (const part of ["minutes", "opening", "closing"] as const) {
    const label = part === "minutes" ? "slot" : part
    if (before[part] !== after[part])
      lines.push(`${name}: ${label} of ${before[part]} became ${after[part]} minutes.`)
  }
  const joined = after.interviewers.filter((id) => !before.interviewers.includes(id))
  const left = before.interviewers.filter((id) => !after.interviewers.includes(id))
  if (joined.length > 0) lines.push(`${name}: ${joined.map(nameOf).join(", ")} will interview.`)
  if (left.length > 0) lines.push(`${name}: ${left.map(nameOf).join(", ")} will no longer interview.`)
  return [...lines, ...itemChanges(before, after, nameOf)]
}

function itemChanges(before: PlanRound, after: PlanRound, nameOf: NameOf): string[] {
  const keyed = (round: PlanRound) => round.items.map((item) => ({ ...item, id: `${item.kind} ${item.id}` }))
  const [old, now] = [keyed(before), keyed(after)]
  const lines = listChanges("item", old, now).map((line) => `${after.title}: ${line}`)
  for (const [was, is] of matched(old, now)) {
    if (was.title !== is.title) lines.push(`${after.title}: ${was.title} is now called ${is.title}.`)
    if (was.minutes !== is.minutes) {
      lines.push(`${after.title}: ${is.title} went from ${was.minutes} to ${is.minutes} minutes.`)
    }
    if (was.competencies.join("\n") !== is.competencies.join("\n")) {
      lines.push(`${after.title}: ${is.title} now counts for ${is.competencies.map(nameOf).join(", ")}.`)
    }
  }
  return lines
}

function matched<T extends Named>(before: readonly T[], after: readonly T[]): [T, T][] {
  return before.flatMap((old): [T, T][] => {
    const now = after.find((candidate) => candidate.id === old.id)
    return now ? [[old, now]] : []
  })
}

function percent(weight: number | undefined): string {
  return weight === undefined ? "none" : `${weight} %`
}
