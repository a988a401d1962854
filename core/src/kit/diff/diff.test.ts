import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { countKit } from "../counts.ts"
import { readKit } from "../read.ts"
import type { Kit } from "../schema.ts"
import { all, type Change, edit, FIXTURE_PATHS, remove } from "../test-kit.ts"
import { compareKits } from "./compare.ts"
import { describeComparison } from "./describe.ts"

function kit(change: Change = (files) => files): Kit {
  const { kit: read, problems } = readKit(
    change(
      FIXTURE_PATHS.map((path) => ({
        path,
        bytes: new Uint8Array(readFileSync(new URL(`../../../../kits/fixture/${path}`, import.meta.url))),
        kind: "file",
      })),
    ),
    { pinned: true },
  )
  if (!read) throw new Error(JSON.stringify(problems))
  return read
}
const RERUN = "questions/rerun-a-load.yaml"
const compare = (change: Change) => compareKits(kit(), kit(change))

describe("what changed in a kit", () => {
  it("is nothing when only comments, spaces or the order of keys differ", () => {
    const found = compare(
      edit(RERUN, "kind: competency\naudience: panel", "# why\naudience:  panel\nkind: competency"),
    )
    expect(found).toEqual({ changes: [], comparable: true, notComparable: [], composite: [] })
    expect(describeComparison(kit(), kit(), found, false)).toContain("Nothing differs.")
  })

  it("leaves scores comparable when nobody is asked or judged otherwise", () => {
    const found = compare(
      all(
        edit(RERUN, "confusedWith: Fluency", "confusedWith: Ease"),
        edit("guides/first-talk.md", "quiet", "silent"),
        edit("rounds.yaml", "closing: 10", "closing: 9"),
      ),
    )
    expect(found.comparable).toBe(true)
    expect(found.changes.map(({ kind, noun, id }) => `${kind} ${noun} ${id}`)).toEqual([
      "changed question rerun-a-load",
      "changed round engineering-talk",
      "changed guide first-talk",
    ])
    expect(found.changes[1]?.details).toEqual(["closing: 10 became 9"])
  })

  it.each<[string, Change, string]>([
    ["an anchor", edit(RERUN, "3: Makes", "3: Always makes"), "rerun-a-load"],
    ["an indicator", edit(RERUN, "- Compares counts after", "- Compares sums after"), "rerun-a-load"],
    ["a wording", edit(RERUN, "Yesterday's load", "Today's load"), "rerun-a-load"],
    [
      "a level's expectation",
      edit(RERUN, "Checks what was written", "Reads what was written"),
      "rerun-a-load",
    ],
    ["a brief", edit("exercises/late-orders.yaml", "One order in fifty", "One order in ten"), "late-orders"],
    ["a résumé's anchor", edit("resume.yaml", "1: ", "1: Hardly. "), "pipelines-in-production"],
  ])("makes scores incomparable when it is %s", (_name, change, id) => {
    const found = compare(change)
    expect(found.comparable).toBe(false)
    expect(found.notComparable.map((one) => one.id)).toHaveLength(1)
    if (!id.startsWith("pipelines")) expect(found.notComparable.map((one) => one.id)).toEqual([id])
    expect(found.composite).toEqual([])
  })

  it("concerns the composite when weights move", () => {
    const found = compare(
      all(
        edit("framework.yaml", "weight: 50", "weight: 45"),
        edit("framework.yaml", "weight: 30", "weight: 35"),
      ),
    )
    expect(found.notComparable).toEqual([])
    expect(found.composite).toEqual([
      "pipelines weighs 45 instead of 50",
      "modelling weighs 35 instead of 30",
    ])
  })

  it("is told in words, also in Markdown", () => {
    const after = kit(
      all(edit(RERUN, "3: Makes this load", "3: Makes each load"), remove("exercises/replay-drill.yaml")),
    )
    const found = compareKits(kit(), after)
    const text = describeComparison(kit(), after, found, false)
    expect(text).toContain(
      "not comparable, because what is asked or how it is judged has changed: question rerun-a-load.",
    )
    expect(text).toContain("- Exercise replay-drill: Replay a day")
    expect(text).toContain(
      "anchors 3: “Makes this load repeatable and checks the result.” became “Makes each load",
    )
    expect(describeComparison(kit(), after, found, true)).toContain(
      "- Question `rerun-a-load` — **scores not comparable**",
    )
  })
})

describe("counting a kit", () => {
  it("counts competencies without attitudes, and everything else by its kind", () => {
    expect(countKit(kit())).toEqual({
      competencies: 2,
      levels: 4,
      cells: 8,
      competencyQuestions: 2,
      attitudeQuestions: 0,
      behaviouralThemes: 1,
      videoPrompts: 0,
      resumeCriteria: kit().resumeCriteria.length,
      codingTests: 0,
      presentations: 0,
      workSimulations: 0,
      designExercises: 1,
      drills: 1,
      rounds: 2,
    })
  })

  it("counts two forms of a coding test once, and single ones too", () => {
    const whole = kit()
    const [exercise] = whole.exercises
    if (!exercise) throw new Error("no exercise")
    const form = (id: string, pairedWith?: string) => ({
      ...exercise,
      id,
      type: "coding-test" as const,
      coding: { form: "with-ai" as const, language: "SQL", pairedWith },
    })
    const exercises = [form("a", "b"), form("b", "a"), form("c"), form("e", "d"), form("d", "e")]
    expect(countKit({ ...whole, exercises }).codingTests).toBe(3)
  })
})
