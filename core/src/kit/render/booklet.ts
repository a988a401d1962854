import { forAudience, roundItems } from "../select.ts"
import type { Kit, Level, Round } from "../schema.ts"
import { type Block, type Document, plainText } from "./blocks.ts"
import { durationOf, exerciseBlocks, questionBlocks } from "./items.ts"
import { inlineOf, markdownBlocks } from "./markdown.ts"

/**
 * The interviewer's booklet: the guide for interviewers, the plan, then each round by the clock with its questions and
 * exercises in full, then the questions no round has. With a `level` only its expectations are printed, without one all.
 * For the panel only.
 */
export function bookletOf(whole: Kit, level?: Level): Document {
  const kit = forAudience(whole, "panel")
  const guide = kit.guides["interviewer"]
  return {
    title: "Interviewer’s booklet",
    subtitle: level ? `${kit.title}, ${level}` : kit.title,
    imprint: [
      `Kit ${kit.id}, version ${kit.version}`,
      `Digest ${kit.digest}`,
      "For the panel only: candidates never see it.",
    ],
    language: kit.language,
    blocks: [
      ...(guide ? [heading(1, "How to interview"), ...withoutTitle(markdownBlocks(guide, 1))] : []),
      heading(1, "The plan"),
      ...planBlocks(kit),
      ...kit.rounds.flatMap((round) => roundBlocks(kit, round, level)),
      ...spareBlocks(kit, level),
    ],
  }
}

function heading(depth: 1 | 2, text: string): Block {
  return { kind: "heading", depth, text, newPage: depth === 1 }
}

/** A guide brings a title of its own, which the booklet has given already. */
function withoutTitle(blocks: Block[]): Block[] {
  return blocks[0]?.kind === "heading" ? blocks.slice(1) : blocks
}

function planBlocks(kit: Kit): Block[] {
  const rows = kit.stages.flatMap((stage) => {
    const rounds = stage.rounds.flatMap((id) => kit.rounds.filter((round) => round.id === id))
    if (rounds.length === 0) return [[stage.title, "", "", ""]]
    return rounds.map((round, index) => [
      index === 0 ? stage.title : "",
      round.title,
      `${round.minutes} min`,
      round.runBy,
    ])
  })
  return [
    {
      kind: "table",
      head: ["Stage", "Round", "Length", "Who runs it"].map(plainText),
      rows: rows.map((row) => row.map(plainText)),
    },
  ]
}

function roundBlocks(kit: Kit, round: Round, level: Level | undefined): Block[] {
  return [
    { kind: "heading", depth: 1, text: round.title, anchor: round.id, newPage: true },
    { kind: "facts", items: [durationOf(round.minutes), round.runBy] },
    { kind: "paragraph", inline: inlineOf(round.summary) },
    ...clockBlocks(kit, round),
    ...roundItems(kit, round).flatMap((item) =>
      item.kind === "question"
        ? questionBlocks(kit, item.question, level, 2)
        : exerciseBlocks(kit, item.exercise, 2),
    ),
  ]
}

/** When in the slot each part begins, so that the interviewer can keep the time. */
function clockBlocks(kit: Kit, round: Round): Block[] {
  const parts = [
    { text: "Welcome, and what will happen", minutes: round.opening },
    ...roundItems(kit, round).map((item) => {
      const { title, minutes } = item.kind === "question" ? item.question : item.exercise
      return { text: title, minutes }
    }),
  ]
  let at = 0
  const rows = parts.map(({ text, minutes }) => {
    const row = {
      label: clock(at),
      text: plainText(text),
      note: minutes > 0 ? `${minutes} minutes` : undefined,
    }
    at += minutes
    return row
  })
  const closing = {
    label: clock(Math.max(at, round.minutes - round.closing)),
    text: plainText("The candidate’s questions"),
    note: `${round.closing} minutes`,
  }
  return [
    {
      kind: "rows",
      style: "clock",
      rows: [...rows, closing, { label: clock(round.minutes), text: plainText("End") }],
    },
  ]
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`
}

function spareBlocks(kit: Kit, level: Level | undefined): Block[] {
  const asked = new Set(
    kit.rounds.flatMap((round) =>
      round.items.map((item) => ("question" in item ? item.question : item.exercise)),
    ),
  )
  const questions = kit.questions.filter(({ id }) => !asked.has(id))
  const exercises = kit.exercises.filter(({ id }) => !asked.has(id))
  if (questions.length + exercises.length === 0) return []
  const place = (round: string | undefined) => kit.rounds.findIndex(({ id }) => id === round)
  questions.sort((a, b) => place(a.round) - place(b.round))
  return [
    heading(1, "To choose from"),
    {
      kind: "paragraph",
      inline: plainText(
        "The rounds above don’t ask these. Exchange one for another of the same competency before an opening starts, never between candidates.",
      ),
    },
    ...questions.flatMap((question) => questionBlocks(kit, question, level, 2)),
    ...exercises.flatMap((exercise) => exerciseBlocks(kit, exercise, 2)),
  ]
}
