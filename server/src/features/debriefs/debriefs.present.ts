import type {
  CardEvidence,
  Debrief,
  DebriefRating,
  DebriefRow,
  Decision,
  EvidenceSource,
  SinceOpening,
} from "@backfill/contract"
import {
  agreementWords,
  type AgendaItem,
  type Composite,
  competencyScores,
  composite,
  debrief as judge,
  type DebriefCompetency,
  headlineWords,
  numberWords,
  type ItemRating,
  type Kit,
  type Plan,
  ratingsAt,
  whyWithoutScorecards,
} from "@backfill/core"
import type { z } from "zod"
import type { OpenCard, Said } from "./cards.store.ts"
import { criteriaOf } from "./criteria.ts"

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
  /** Where a cited part of an exercise stands; null where there is nothing to show, or nothing open to this reader. */
  sourceOf: (cited: CardEvidence) => EvidenceSource | null
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
  const withoutScorecards = withoutScorecardsIn(parts)
  const titled = (ids: readonly string[]) => ids.map((id) => titleOf(parts.kit, id))
  return {
    applicationId: parts.applicationId,
    candidate: parts.candidate,
    openingTitle: parts.opening.title,
    level: parts.opening.level,
    stageIndex: stage.index,
    stageTitle: stage.title,
    openedAt: parts.openedAt.toISOString(),
    headline: withoutScorecards === null ? headlineWords(found.headline) : "Nobody rated this",
    summary: summaryOf(parts, withoutScorecards, agreementWords(found.agreement)),
    raters,
    rows: found.before.rows.map((row): DebriefRow => {
      const now = found.after.rows.find((other) => other.competency.id === row.competency.id) ?? row
      const given = cards.flatMap((card) => ratingsOn(card, row.competency.id, parts.sourceOf))
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
          return { raterId, score, sinceOpening: sinceOpening(was, score) }
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
    withoutScorecards,
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

/** Why there is no scorecard to decide on; null where at least one came in. */
export const withoutScorecardsIn = ({ cards, waivers }: DebriefParts): string | null =>
  cards.length > 0
    ? null
    : whyWithoutScorecards(waivers.map(({ rater, reason }) => ({ name: rater.name, reason })))

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function summaryOf({ cards }: DebriefParts, because: string | null, agreement: string): string {
  if (because !== null)
    return `There is no scorecard here, because ${because}. What is decided stands on its reasons alone.`
  return `${capital(numberWords(cards.length))} scorecard${cards.length === 1 ? "" : "s"}, opened together. ${agreement}`
}

/** The competencies and criteria that this stage's rounds ask for, rated or not, in the kit's order, with the opening's weights. */
function judgedCompetencies(parts: DebriefParts): DebriefCompetency[] {
  const { kit, plan } = parts
  const asked = criteriaOf(parts)
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

function ratingsOn(
  card: OpenCard,
  competencyId: string,
  sourceOf: DebriefParts["sourceOf"],
): DebriefRating[] {
  return card.items.flatMap((item): DebriefRating[] => {
    if (!item.competencies.includes(competencyId)) return []
    const ratingIn = (said: Said) => said.ratings.find((given) => given.itemId === item.id)
    const [was, is] = [ratingIn(card.before), ratingIn(card.now)]
    // A rating that an amendment took out still shows that it was there.
    if (!is && !was) return []
    const { score, comment, evidence } = is ?? { score: null, comment: "", evidence: [] }
    return [
      {
        raterId: card.rater.id,
        interviewId: card.interview.id,
        itemId: item.id,
        itemTitle: item.title,
        roundTitle: card.interview.title,
        score,
        sinceOpening: sinceOpening(was?.score ?? null, score),
        anchor: score === null ? "" : (item.anchors[score - 1] ?? ""),
        comment,
        evidence: evidence.map((cited) => ({
          ...cited,
          atSeconds: card.stamps.get(cited.ref.replace("−", "-")) ?? null,
          source: sourceOf(cited),
        })),
        notes: card.notes.filter((note) => note.itemId === item.id),
      },
    ]
  })
}

const sinceOpening = (was: number | null, is: number | null): SinceOpening =>
  was === is ? { kind: "unchanged" } : { kind: "changed", from: was }

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
        : `The ${numberWords(count)} that agree`
      : `Rated by one person or nobody: ${count}`
  return { competencyIds: item.competencyIds, title, minutes }
}
