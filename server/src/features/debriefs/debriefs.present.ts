import type { Debrief, DebriefRating, DebriefRow, Decision } from "@backfill/contract"
import {
  agreementWords,
  type AgendaItem,
  type Composite,
  competencyScores,
  composite,
  debrief as judge,
  type DebriefCompetency,
  headlineWords,
  type ItemRating,
  type Kit,
  type Plan,
  ratingsAt,
} from "@backfill/core"
import type { z } from "zod"
import type { OpenCard, Said } from "./cards.store.ts"

type CompositeView = z.infer<typeof Debrief>["composite"]

/** Everything a debrief is made of, loaded. */
export interface DebriefParts {
  applicationId: string
  candidate: string
  opening: { title: string; level: string }
  stage: { index: number; title: string; kind: string }
  openedAt: Date
  plan: Plan
  weightsSetAt: Date
  kit: Kit
  cards: OpenCard[]
  decisions: Decision[]
  waivers: Debrief["waivers"]
  choices: string[]
  applicationVersion: number
}

/** A stage's debrief: disagreement first, each score one click from its anchor, evidence and notes. */
export function presentDebrief(parts: DebriefParts): Debrief {
  const { cards, plan, stage } = parts
  const raters = [...new Map(cards.map(({ rater }) => [rater.id, rater])).values()]
  const ratings = [
    ...cards.flatMap((card) => itemRatings(card, "before")),
    ...cards.flatMap((card) => itemRatings(card, "after")),
  ]
  const found = judge(judgedCompetencies(parts), called(raters), ratings)
  const at = (phase: "before" | "after") =>
    composite(competencyScores(ratingsAt(ratings, phase)), plan.weights)
  const titled = (ids: readonly string[]) => ids.map((id) => titleOf(parts.kit, id))
  return {
    applicationId: parts.applicationId,
    candidate: parts.candidate,
    openingTitle: parts.opening.title,
    level: parts.opening.level,
    stageIndex: stage.index,
    stageTitle: stage.title,
    openedAt: parts.openedAt.toISOString(),
    headline: headlineWords(found.headline),
    summary: `${cards.length === 1 ? "One scorecard" : `${cards.length} scorecards`}, opened together. ${agreementWords(found.agreement)}`,
    raters,
    rows: found.before.rows.map((row): DebriefRow => {
      const now = found.after.rows.find((other) => other.competency.id === row.competency.id) ?? row
      const given = cards.flatMap((card) => ratingsOn(card, row.competency.id))
      const items = new Set(given.map((rating) => rating.itemId))
      return {
        competencyId: row.competency.id,
        title: row.competency.title,
        weight: row.competency.weight,
        mean: now.mean,
        range: now.range,
        anchors: items.size === 1 ? anchorsOf(cards, [...items][0] ?? "") : [],
        cells: now.cells.map(({ raterId, score }) => {
          const was = row.cells.find((cell) => cell.raterId === raterId)?.score ?? null
          return { raterId, score, before: was === score ? null : was }
        }),
        ratings: given,
      }
    }),
    composite: presentComposite(at("after"), stage.kind, titled),
    compositeBefore: presentComposite(at("before"), stage.kind, titled),
    weightsSetAt: parts.weightsSetAt.toISOString(),
    overall: cards.map(({ rater, interview, before }) => ({
      raterId: rater.id,
      interviewId: interview.id,
      roundTitle: interview.title,
      recommendation: before.recommendation ?? "no_decision",
      reason: before.reason,
    })),
    agenda: found.agenda.map(agendaLine),
    agendaMinutes: found.agenda.reduce((total, item) => total + item.minutes, 0),
    waivers: parts.waivers,
    decisions: parts.decisions,
    canDecide: parts.choices.length > 0,
    choices: parts.choices,
    applicationVersion: parts.applicationVersion,
  }
}

/** People by the first of their names where that tells them apart: a headline is short. */
function called(raters: readonly Debrief["raters"][number][]): Debrief["raters"] {
  const first = (name: string) => name.trim().split(/\s+/)[0] ?? name
  return raters.map((rater) =>
    raters.filter((other) => first(other.name) === first(rater.name)).length > 1
      ? rater
      : { ...rater, name: first(rater.name) },
  )
}

export const titleOf = (kit: Kit, id: string): string =>
  (kit.competencies.find((c) => c.id === id) ?? kit.resumeCriteria.find((c) => c.id === id))?.title ?? id

/** The competencies and criteria that this stage's rounds asked for, in the kit's order, with the opening's weights. */
function judgedCompetencies({ cards, kit, plan }: DebriefParts): DebriefCompetency[] {
  const asked = new Set(cards.flatMap((card) => card.items.flatMap((item) => item.competencies)))
  return [...kit.resumeCriteria, ...kit.competencies]
    .filter(({ id }) => asked.has(id))
    .map(({ id, title }) => ({ id, title, weight: plan.weights[id] ?? 0 }))
}

/** A card's scores of a phase. After the debrief only what differs from before, as the rules count it. */
function itemRatings(card: OpenCard, phase: "before" | "after"): ItemRating[] {
  const scoreIn = (said: Said, itemId: string) =>
    said.ratings.find((rating) => rating.itemId === itemId)?.score ?? null
  return card.items.flatMap((item): ItemRating[] => {
    const [was, is] = [scoreIn(card.before, item.id), scoreIn(card.now, item.id)]
    if (phase === "after" && was === is) return []
    // One item may stand in two rounds: the round is part of what was rated.
    const itemId = `${card.interview.id}/${item.id}`
    return [
      {
        raterId: card.rater.id,
        itemId,
        competencies: item.competencies,
        score: phase === "before" ? was : is,
        phase,
      },
    ]
  })
}

function ratingsOn(card: OpenCard, competencyId: string): DebriefRating[] {
  return card.items.flatMap((item): DebriefRating[] => {
    const rating = card.now.ratings.find((given) => given.itemId === item.id)
    if (!rating || !item.competencies.includes(competencyId)) return []
    const was = card.before.ratings.find((given) => given.itemId === item.id)?.score ?? null
    return [
      {
        raterId: card.rater.id,
        interviewId: card.interview.id,
        itemId: item.id,
        itemTitle: item.title,
        roundTitle: card.interview.title,
        score: rating.score,
        before: was === rating.score ? null : was,
        anchor: rating.score === null ? "" : (item.anchors[rating.score - 1] ?? ""),
        comment: rating.comment,
        evidence: rating.evidence.map((cited) => ({
          ...cited,
          atSeconds: card.stamps.get(cited.ref.replace("−", "-")) ?? null,
        })),
        notes: card.notes.filter((note) => note.itemId === item.id),
      },
    ]
  })
}

const anchorsOf = (cards: readonly OpenCard[], itemId: string): string[] =>
  cards.flatMap((card) => card.items).find((item) => item.id === itemId)?.anchors ?? []

function presentComposite(
  found: Composite,
  kind: string,
  titled: (ids: readonly string[]) => string[],
): CompositeView {
  const empty = { value: null, low: null, high: null, missing: [] }
  if (kind === "screen")
    return { ...empty, note: "A résumé screen has no composite: the weights are on what the interviews ask." }
  if (found.state === "no-weights")
    return { ...empty, note: "No composite: this opening puts no weight on anything." }
  if (found.state === "incomplete") {
    const missing = titled(found.missing)
    return {
      ...empty,
      missing,
      note: `Incomplete: ${missing.join(", ")} ${missing.length === 1 ? "was" : "were"} rated by nobody here. Nothing is put in their place.`,
    }
  }
  const { value, interval } = found
  if (interval.kind === "interval")
    return {
      value,
      low: interval.low,
      high: interval.high,
      missing: [],
      note: `95 % interval, ${interval.raters} raters.`,
    }
  const why =
    interval.kind === "one-rater"
      ? "One rater only, so how far another would be from this is unknown."
      : "No competency has two raters, so there is no interval."
  return { ...empty, value, note: why }
}

function agendaLine(item: AgendaItem): Debrief["agenda"][number] {
  const { minutes } = item
  if (item.kind === "competency") return { competencyIds: [item.competencyId], title: item.title, minutes }
  if (item.kind === "decision") return { competencyIds: [], title: "Decision", minutes }
  const count = item.competencyIds.length
  const title =
    item.kind === "alike"
      ? count === 1
        ? "The one that agrees"
        : `The ${count} that agree`
      : `Rated by one person or nobody: ${count}`
  return { competencyIds: item.competencyIds, title, minutes }
}
