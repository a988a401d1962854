import { forAudience, roundItems } from "../select.ts"
import type { Exercise, Kit, Round, Stage } from "../schema.ts"
import { type Block, type Document, plainText } from "./blocks.ts"
import { AI_WORDS, durationOf } from "./items.ts"
import { inlineOf, markdownBlocks } from "./markdown.ts"

/**
 * The candidate's guide: the kit's own page for candidates, then each step with its length and how it is judged, then
 * what to prepare. It holds what a candidate may know beforehand and nothing else: no question, brief, indicator or anchor.
 */
export function candidateGuideOf(whole: Kit): Document {
  const kit = forAudience(whole, "panel")
  const page = markdownBlocks(kit.guides["candidate"] ?? "", 1)
  const own = page[0]?.kind === "heading" ? page.slice(1) : page
  const packs = kit.rounds.flatMap((round) => exercisesOf(kit, round)).filter(hasPack)
  return {
    title: "Your guide to the interviews",
    subtitle: kit.role,
    imprint: [`Version ${kit.version}`],
    language: kit.language,
    blocks: [
      ...(own.length > 0 ? [heading("Before you start", true), ...own] : []),
      heading("The steps"),
      ...kit.stages.flatMap((stage, index) => stageBlocks(kit, stage, index)),
      ...(packs.length > 0 ? [heading("What to prepare", true), ...packs.flatMap(packBlocks)] : []),
    ],
  }
}

function heading(text: string, newPage = false): Block {
  return { kind: "heading", depth: 1, text, newPage }
}

function exercisesOf(kit: Kit, round: Round): Exercise[] {
  return roundItems(kit, round).flatMap((item) => (item.kind === "exercise" ? [item.exercise] : []))
}

function hasPack({ preparation, preparationMinutes }: Exercise): boolean {
  return preparation !== undefined || preparationMinutes > 0
}

function stageBlocks(kit: Kit, stage: Stage, index: number): Block[] {
  const rounds = stage.rounds.flatMap((id) => kit.rounds.filter((round) => round.id === id))
  const rows = rounds.map((round) => ({
    label: `${round.minutes} min`,
    text: [
      { kind: "strong" as const, children: plainText(round.title) },
      ...plainText(". "),
      ...inlineOf(round.summary),
    ],
  }))
  return [
    { kind: "heading", depth: 2, text: `${index + 1}. ${stage.title}` },
    { kind: "paragraph", inline: inlineOf(stage.summary) },
    ...(rows.length > 0 ? [{ kind: "rows" as const, style: "clock" as const, rows }] : []),
    ...judged(stage.judgedOn),
  ]
}

function judged(lines: readonly string[]): Block[] {
  if (lines.length === 0) return []
  return [{ kind: "label", text: "How it is judged" }, list(lines)]
}

function list(lines: readonly string[]): Block {
  return { kind: "list", ordered: false, items: lines.map((line) => markdownBlocks(line)) }
}

function packBlocks({ title, minutes, preparationMinutes, aiUse, preparation, judgedOn }: Exercise): Block[] {
  const parts = [
    { name: "To look at", lines: preparation?.review ?? [] },
    { name: "To bring", lines: preparation?.deliverables ?? [] },
    { name: "Ground rules", lines: preparation?.groundRules ?? [] },
  ]
  return [
    { kind: "heading", depth: 2, text: title },
    {
      kind: "facts",
      items: [
        `${durationOf(minutes)} on the day`,
        ...(preparationMinutes > 0 ? [`about ${durationOf(preparationMinutes)} to prepare`] : []),
        AI_WORDS[aiUse],
      ],
    },
    ...parts.flatMap(({ name, lines }): Block[] =>
      lines.length > 0 ? [{ kind: "label", text: name }, list(lines)] : [],
    ),
    ...judged(judgedOn),
  ]
}
