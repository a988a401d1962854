import { existsSync, readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { readKit } from "./read.ts"
import { candidateGuideOf } from "./render/candidate.ts"
import { documentHtml } from "./render/html.ts"
import { doubtsOf } from "./rules/ladder.ts"
import { Vocabulary } from "./rules/vocabulary.ts"
import type { Kit } from "./schema.ts"
import type { KitFile } from "./tree.ts"

const kits = new URL("../../../kits/", import.meta.url)
const ids = readdirSync(kits).filter((id) => existsSync(new URL(`${id}/kit.yaml`, kits)))

function filesOf(id: string): KitFile[] {
  const folder = new URL(id, kits).pathname
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = `${entry.parentPath}/${entry.name}`
      return {
        path: path.slice(folder.length + 1),
        bytes: new Uint8Array(readFileSync(path)),
        kind: "file",
      }
    })
}

/** Every indicator, anchor and expectation of a kit. */
function judgingTexts({ questions, exercises }: Kit): string[] {
  return [
    ...questions.flatMap(({ expectations }) => Object.values(expectations).map(({ expected }) => expected)),
    ...[...questions, ...exercises].flatMap(({ indicators, anchors }) => [
      ...indicators.positive,
      ...indicators.negative,
      ...Object.values(anchors),
    ]),
  ]
}

/** What only a panel knows of a kit: wordings, probes, expectations, signs, anchors, samples, facts, truths. */
function secretsOf({ questions, exercises }: Kit): string[] {
  const texts = (value: unknown): string[] => {
    if (typeof value === "string") return [value]
    return typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : []
  }
  return texts([
    questions.map(({ question, probes, expectations, indicators, anchors, samples }) => [
      question,
      probes,
      expectations,
      indicators,
      anchors,
      samples,
    ]),
    exercises.map(({ brief, panelGuide, simulation, design, drill, indicators, anchors }) => [
      brief,
      panelGuide,
      simulation,
      design,
      drill,
      indicators,
      anchors,
    ]),
  ])
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, " ").trim()

/** What a candidate, or somebody practising, reads of a thing that happens in front of them: its words in lower case. */
const toldBefore = ({ type, title, brief }: Kit["exercises"][number]) =>
  new Set(`${type} ${title} ${brief}`.toLowerCase().match(/\p{L}+/gu))

describe.each(ids)("the prose of %s", (id) => {
  const known = ids.filter((other) => other !== id).map(filesOf)
  const { kit } = readKit(filesOf(id), { known, pinned: true })

  it("is sound enough to be read", () => expect(kit).toBeDefined())

  // Ids stand in addresses and answers that candidates see: what is wrong in a drill mustn't be read off them.
  it("names no drill by what isn't told beforehand", () => {
    const drills = kit?.exercises.filter(({ type }) => type === "drill" || type === "work-simulation") ?? []
    const given = drills.flatMap((drill) => {
      const told = toldBefore(drill)
      return drill.id.split("-").flatMap((word) => (told.has(word) ? [] : [`${drill.id}: ${word}`]))
    })
    expect(given).toEqual([])
  })

  it("tells candidates nothing of what is asked or known to panels alone", () => {
    const told = kit ? oneLine(documentHtml(candidateGuideOf(kit)).replaceAll("&#39;", "'")) : ""
    expect(told).toContain("How it is judged")
    const kept = (kit ? secretsOf(kit) : []).map(oneLine).filter((text) => text.length >= 15)
    expect(kept.length).toBeGreaterThan(20)
    expect(kept.filter((text) => told.includes(text))).toEqual([])
  })

  it("has anchors that grow", () => {
    const vocabulary = new Vocabulary()
    const judged = kit ? [...kit.questions, ...kit.exercises, ...kit.resumeCriteria] : []
    expect(judged).not.toEqual([])
    for (const { id: of, anchors } of judged) {
      const rungs = Object.values(anchors).map((text) => ({ text, words: vocabulary.read(text) }))
      expect(doubtsOf(rungs), of).toEqual([])
      expect(rungs, of).toHaveLength(5)
    }
  })

  it("has no seven words in a row in two indicators, anchors or expectations", () => {
    const seen = new Map<string, number>()
    const shared = new Set<string>()
    for (const [at, text] of (kit ? judgingTexts(kit) : []).entries()) {
      const words = text
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}'’ \n-]/gu, "")
        .split(/\s+/)
      for (let start = 0; start + 7 <= words.length; start++) {
        const run = words.slice(start, start + 7).join(" ")
        const earlier = seen.get(run)
        if (earlier !== undefined && earlier !== at) shared.add(run)
        seen.set(run, at)
      }
    }
    expect([...shared]).toEqual([])
  })
})
