import type { Anchors, Exercise, Kit, Level, Question } from "../schema.ts"
import { LEVELS } from "../schema.ts"
import type { Block } from "./blocks.ts"
import { inlineOf, markdownBlocks } from "./markdown.ts"
import { panelParts } from "./panel-parts.ts"

/** A question with all a panel needs, at one level or at all of them. `depth` is that of its heading. */
export function questionBlocks(
  kit: Kit,
  question: Question,
  level: Level | undefined,
  depth: 2 | 3,
): Block[] {
  const { id, title, minutes, purpose, probes, expectations, indicators, anchors, confusedWith } = question
  const levels = level ? [level] : LEVELS
  return [
    { kind: "heading", depth, text: title, anchor: id },
    {
      kind: "facts",
      items: [
        titleOf(kit, question.competency),
        `${minutes} minutes`,
        ...(question.theme ? [question.theme.replaceAll("-", " ")] : []),
      ],
    },
    ...markdownBlocks(purpose),
    { kind: "spoken", blocks: markdownBlocks(question.question) },
    { kind: "label", text: "Probes" },
    { kind: "list", ordered: false, items: probes.map((probe) => markdownBlocks(probe)) },
    { kind: "label", text: level ? `Expected of ${nameOf(level)}` : "Expected at each level" },
    {
      kind: "rows",
      style: "levels",
      rows: levels.map((each) => ({
        label: capital(each),
        text: inlineOf(oneLine(expectations[each].expected)),
        note: oneLine(expectations[each].why),
      })),
    },
    ...judgedBy(indicators, anchors),
    ...(confusedWith
      ? [{ kind: "label", text: "Not to be confused with" } as const, ...markdownBlocks(confusedWith)]
      : []),
  ]
}

/** An exercise with the candidate's brief and what only the panel knows. */
export function exerciseBlocks(kit: Kit, exercise: Exercise, depth: 2 | 3): Block[] {
  const { id, title, type, minutes, preparationMinutes, brief, coding, indicators, anchors } = exercise
  const parts = panelParts(exercise)
  return [
    { kind: "heading", depth, text: title, anchor: id },
    {
      kind: "facts",
      items: [
        capital(type.replaceAll("-", " ")),
        `${minutes} minutes`,
        ...(preparationMinutes > 0 ? [`${durationOf(preparationMinutes)} to prepare`] : []),
        AI_WORDS[exercise.aiUse],
        exercise.competencies.map((each) => titleOf(kit, each)).join(", "),
      ],
    },
    { kind: "label", text: "Brief, as the candidate reads it" },
    { kind: "spoken", blocks: markdownBlocks(brief, 3) },
    ...(coding?.starter
      ? [
          { kind: "label", text: `Starting code (${coding.language})` } as const,
          { kind: "code", text: coding.starter } as const,
        ]
      : []),
    ...(parts.length > 0 ? [{ kind: "label", text: "For the panel only" } as const, ...parts] : []),
    ...judgedBy(indicators, anchors),
  ]
}

/** What an assistant may be used for, in a few words. */
export const AI_WORDS = {
  allowed: "an assistant may be used",
  "not-allowed": "without an assistant",
  "part-of-task": "working with an assistant is part of it",
} as const

function judgedBy(indicators: Question["indicators"], anchors: Anchors): Block[] {
  return [
    {
      kind: "sides",
      left: { title: "Good signs", items: indicators.positive },
      right: { title: "Warning signs", items: indicators.negative },
    },
    { kind: "label", text: "Anchors" },
    {
      kind: "rows",
      style: "scores",
      rows: ([5, 4, 3, 2, 1] as const).map((score) => ({
        label: String(score),
        text: inlineOf(oneLine(anchors[score])),
      })),
    },
  ]
}

/** Minutes as a person says them: 45 minutes, 2 hours, 1 hour 30. */
export function durationOf(minutes: number): string {
  if (minutes < 60) return `${minutes} minutes`
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return `${hours} ${hours === 1 ? "hour" : "hours"}${rest > 0 ? ` ${rest}` : ""}`
}

export function titleOf(kit: Kit, competency: string): string {
  return kit.competencies.find(({ id }) => id === competency)?.title ?? competency
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function nameOf(level: Level): string {
  return { junior: "a junior", mid: "somebody at mid level", senior: "a senior", principal: "a principal" }[
    level
  ]
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ")
}
