import type { Draft, Parsed } from "../draft.ts"
import { type Problem, problem, quote } from "../problem.ts"
import type { Exercise, Question, Round } from "../schema.ts"

/** Rounds: they fit their slot, ask what may be asked, and together look at every competency twice. */
export function checkRounds(draft: Draft): Problem[] {
  const { rounds } = draft
  if (!rounds) return []
  const items = itemsById(draft)
  return [
    ...rounds.data.rounds.flatMap((round, index) => [
      ...timing(rounds, items, round, index),
      ...audience(rounds, items, round, index),
    ]),
    ...repeated(rounds),
    ...unused(rounds),
    ...thinCoverage(draft, rounds, items),
  ]
}

type Rounds = NonNullable<Draft["rounds"]>
type Items = ReadonlyMap<string, Question | Exercise>

function itemsById(draft: Draft): Items {
  const parsed: Parsed<Question | Exercise>[] = [...draft.questions, ...draft.exercises]
  return new Map(parsed.map(({ data }) => [data.id, data]))
}

function idOf(item: Round["items"][number]): string {
  return "question" in item ? item.question : item.exercise
}

function timing({ source }: Rounds, items: Items, round: Round, index: number): Problem[] {
  const minutes = round.items.map((item) => items.get(idOf(item))?.minutes)
  if (minutes.includes(undefined)) return []
  const inItems = minutes.reduce<number>((sum, one) => sum + (one ?? 0), 0)
  const total = inItems + round.opening + round.closing
  if (total <= round.minutes) return []
  const message = `The round ${quote(round.id)} has ${round.minutes} minutes, but needs ${total}: ${inItems} for its items, ${round.opening} to open, ${round.closing} to close.`
  return [
    problem(
      "round-too-long",
      source.file,
      source.place(["rounds", index, "minutes"]),
      message,
      "Drop an item, or lengthen the slot.",
    ),
  ]
}

function audience({ source }: Rounds, items: Items, round: Round, index: number): Problem[] {
  return round.items.flatMap((item, at) => {
    const id = idOf(item)
    if (items.get(id)?.audience !== "practice") return []
    const message = `${quote(id)} is for practice only, so no panel may ask it.`
    const help = "Take it out of the round, or set its audience to panel or both."
    return [
      problem(
        "round-practice-item",
        source.file,
        source.place(["rounds", index, "items", at]),
        message,
        help,
      ),
    ]
  })
}

function repeated({ source, data }: Rounds): Problem[] {
  const seen = new Map<string, string>()
  return data.rounds.flatMap((round, index) =>
    round.items.flatMap((item, at) => {
      const id = idOf(item)
      const earlier = seen.get(id)
      if (earlier === undefined) {
        seen.set(id, round.id)
        return []
      }
      const message = `${quote(id)} is asked already in the round ${quote(earlier)}.`
      const help = "Ask something else here: the second answer is no new evidence."
      return [
        problem("item-repeated", source.file, source.place(["rounds", index, "items", at]), message, help),
      ]
    }),
  )
}

function unused({ source, data }: Rounds): Problem[] {
  const held = new Set(data.stages.flatMap(({ rounds }) => rounds))
  return data.rounds.flatMap(({ id }, index) => {
    if (held.has(id)) return []
    const help = "Add it to a stage, or delete it."
    return [
      problem(
        "round-unused",
        source.file,
        source.place(["rounds", index, "id"]),
        `No stage holds the round ${quote(id)}.`,
        help,
      ),
    ]
  })
}

/** Two looks at a competency are what the advice "two raters for each" needs; fewer is possible, but thin. */
function thinCoverage(draft: Draft, rounds: Rounds, items: Items): Problem[] {
  const { framework } = draft
  const asked = new Set(rounds.data.rounds.flatMap((round) => round.items.map(idOf)))
  if (!framework || [...asked].some((id) => !items.has(id))) return []
  const counts = new Map<string, number>()
  for (const id of asked) {
    for (const competency of competenciesOf(items.get(id)))
      counts.set(competency, (counts.get(competency) ?? 0) + 1)
  }
  return framework.data.competencies.flatMap(({ id }, index) => {
    const count = counts.get(id) ?? 0
    if (count >= 2) return []
    const message = `The rounds look at ${quote(id)} ${count === 0 ? "not at all" : "only once"}.`
    const help = "Add questions or exercises for it to the rounds, so that two raters can judge it."
    return [
      problem(
        "coverage-thin",
        framework.source.file,
        framework.source.place(["competencies", index, "id"]),
        message,
        help,
      ),
    ]
  })
}

function competenciesOf(item: Question | Exercise | undefined): Set<string> {
  if (!item) return new Set()
  return new Set("competency" in item ? [item.competency] : item.competencies)
}
