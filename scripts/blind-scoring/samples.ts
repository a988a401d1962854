import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { type Kit, type Question, readKit, seeded } from "@backfill/core"
import { walkKit } from "../../server/src/features/kits/walk-kit.ts"

const root = new URL("../../", import.meta.url)

/** The kits whose answers are read blind, each before the one that extends it. */
export const KITS = ["data-engineer", "analytics-engineer", "ml-platform-engineer"]

/** A shipped kit, which must read without an error. */
async function shippedKit(id: string): Promise<Kit> {
  const [files = [], ...known] = await Promise.all(
    [id, ...KITS].map((one) => walkKit(fileURLToPath(new URL(`kits/${one}`, root)))),
  )
  const { kit, problems } = readKit(files, { known })
  if (!kit) throw new Error(`The kit ${id} can't be read: ${problems[0]?.message}`)
  return kit
}

/** The questions of a shipped kit; of one that extends another, those it has itself. */
export async function questionsOf(id: string): Promise<Question[]> {
  const own = new Set(readdirSync(new URL(`kits/${id}/questions`, root)))
  const { questions } = await shippedKit(id)
  return questions.filter((question) => own.has(`${question.id}.yaml`))
}

/** What one reader gave to one part of the answers: for each question, a score by the name of the answer. */
export interface Reading {
  kit: string
  reader: string
  date: string
  seed: string
  part: number
  scores: Record<string, Record<string, number>>
}

export const readings = (): Reading[] =>
  JSON.parse(readFileSync(new URL("docs/blind-scoring.json", root), "utf8")) as Reading[]

/**
 * The name of an answer on a sheet: eight letters of the digest of it and of the anchors it is held against, so that a
 * score given to other words, or by other anchors, doesn't count.
 */
export function nameOf(question: Question, answer: string): string {
  const words = [...Object.values(question.anchors), answer].join("\n").replaceAll(/\s+/g, " ")
  return createHash("sha256").update(words).digest("hex").slice(0, 8)
}

/** A question's sample answers in an order that tells nothing: drawn by the seed and the question's id. */
export function shuffled(
  question: Question,
  seed: string,
): { name: string; answer: string; score: number }[] {
  const draw = seeded(`${seed}/${question.id}`)
  return question.samples
    .map((sample) => ({ ...sample, name: nameOf(question, sample.answer), place: draw.uint32() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ name, answer, score }) => ({ name, answer, score }))
}
