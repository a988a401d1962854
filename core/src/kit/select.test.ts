import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { readKit } from "./read.ts"
import type { Kit } from "./schema.ts"
import { competencyById, exerciseById, forAudience, questionById, roundById, roundItems } from "./select.ts"
import { edit, FIXTURE_PATHS, type Change } from "./test-kit.ts"

function fixtureKit(change: Change = (files) => files): Kit {
  const { kit } = readKit(
    change(
      FIXTURE_PATHS.map((path) => ({
        path,
        bytes: new Uint8Array(readFileSync(new URL(`../../../kits/fixture/${path}`, import.meta.url))),
        kind: "file",
      })),
    ),
  )
  if (!kit) throw new Error("The fixture kit has errors")
  return kit
}

describe("forAudience", () => {
  it("shows practice nothing of a panel-only item, wherever it is mentioned, and no panel guide", () => {
    const seen = forAudience(fixtureKit(), "practice")
    expect(JSON.stringify(seen)).not.toContain("rerun-a-load")
    expect(JSON.stringify(seen)).not.toContain("panelGuide")
    expect(seen.exercises.map(({ id }) => id)).toEqual(["late-orders", "replay-drill"])
  })

  it("shows a panel nothing of practice-only items", () => {
    const seen = forAudience(fixtureKit(), "panel")
    expect(JSON.stringify(seen)).not.toContain("replay-drill")
    expect(seen.questions).toHaveLength(3)
    expect(exerciseById(seen, "late-orders")?.panelGuide).toContain("thirty days")
  })

  it("drops a round that has nothing left to ask, also from its stage, and leaves the kit as it was", () => {
    const kit = fixtureKit(edit("questions/stayed-with-it.yaml", "audience: both", "audience: panel"))
    const before = structuredClone(kit)
    const seen = forAudience(kit, "practice")
    expect(seen.rounds.map(({ id }) => id)).toEqual(["engineering-talk"])
    expect(seen.stages.map(({ rounds }) => rounds)).toEqual([[], [], ["engineering-talk"], []])
    expect(kit).toEqual(before)
  })
})

describe("looking up", () => {
  it("finds things by id, and nothing for an id that isn't there", () => {
    const kit = fixtureKit()
    expect(questionById(kit, "rerun-a-load")?.minutes).toBe(15)
    expect(exerciseById(kit, "late-orders")?.type).toBe("system-design")
    expect(competencyById(kit, "ownership")?.kind).toBe("attitude")
    expect(roundById(kit, "first-talk")?.closing).toBe(5)
    expect(
      [questionById, exerciseById, competencyById, roundById].map((find) => find(kit, "constructor")),
    ).toEqual(Array(4).fill(undefined))
  })

  it("gives a round's items in the order they are asked", () => {
    const kit = fixtureKit()
    const round = roundById(kit, "engineering-talk")
    const items = round ? roundItems(kit, round) : []
    expect(items.map((item) => (item.kind === "question" ? item.question.id : item.exercise.id))).toEqual([
      "rerun-a-load",
      "grain-of-a-table",
      "late-orders",
    ])
  })
})
