import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { type Kit, type Question, readKit, seeded } from "@backfill/core"
import { walkKit } from "../../server/src/features/kits/walk-kit.ts"

const root = new URL("../../", import.meta.url)

/** The shipped kit, which must read without an error. */
export async function shippedKit(): Promise<Kit> {
  const { kit, problems } = readKit(await walkKit(fileURLToPath(new URL("kits/data-engineer", root))))
  if (!kit) throw new Error(`The shipped kit can't be read: ${problems[0]?.message}`)
  return kit
}

/** What one reader gave: for each question, a score by the name of the answer, which its wording decides. */
export interface Reading {
  reader: string
  date: string
  scores: Record<string, Record<string, number>>
}

export const readings = (): Reading[] =>
  JSON.parse(readFileSync(new URL("docs/blind-scoring.json", root), "utf8")) as Reading[]

/** The name of an answer on a sheet: eight letters of its digest, so that a score given to other words doesn't count. */
export const nameOf = (answer: string): string =>
  createHash("sha256").update(answer.replaceAll(/\s+/g, " ").trim()).digest("hex").slice(0, 8)

/** A question's sample answers in an order that tells nothing: drawn by the seed and the question's id. */
export function shuffled(question: Question, seed: string): { name: string; answer: string; score: number }[] {
  const draw = seeded(`${seed}/${question.id}`)
  return question.samples
    .map((sample) => ({ ...sample, name: nameOf(sample.answer), place: draw.uint32() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ name, answer, score }) => ({ name, answer, score }))
}
