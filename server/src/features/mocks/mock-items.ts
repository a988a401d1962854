import type { ConsoleItem } from "@backfill/contract"
import type { Level, Question } from "@backfill/core"
import type { Kits } from "../../platform/app.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import { type PracticeItem, practiceItem } from "../practice/practice.policy.ts"

const consoleItem = ({ kit, question }: PracticeItem, level: Level): ConsoleItem => {
  const competency = kit.competencies.find(({ id }) => id === question.competency)
  return {
    id: question.id,
    kind: "question",
    title: question.title,
    minutes: question.minutes,
    competencies: [{ id: question.competency, title: competency?.title ?? question.competency }],
    wording: question.question,
    probes: question.probes,
    expectation: question.expectations[level],
    positive: question.indicators.positive,
    negative: question.indicators.negative,
    anchors: inOrder(question),
    guide: null,
    part: null,
  }
}

const inOrder = ({ anchors }: Question): string[] => [
  anchors[1],
  anchors[2],
  anchors[3],
  anchors[4],
  anchors[5],
]

/** The chosen questions as a console needs them, in the order chosen. Refuses one that isn't for practice, or is named twice. */
export function chosenItems(
  kits: Kits,
  { kitId, itemIds, level }: { kitId: string; itemIds: readonly string[]; level: Level },
): ConsoleItem[] {
  return itemIds.map((itemId, at) => {
    const item = practiceItem(kits, kitId, itemId)
    if (item && itemIds.indexOf(itemId) === at) return consoleItem(item, level)
    const message = item
      ? "This question is chosen twice. Choose each one once."
      : "This question isn’t there to practise on. Choose another one."
    throw new ProblemError("invalid_request", { errors: [{ path: `body.itemIds.${at}`, message }] })
  })
}

/** How long a half is meant to take. */
export const minutesOf = (items: readonly ConsoleItem[]): number =>
  items.reduce((sum, item) => sum + item.minutes, 0)
