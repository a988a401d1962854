import type { Rating } from "@backfill/contract"
import { describe, expect, it } from "vitest"
import type { RoundItem } from "../interviews/round-items.ts"
import { checkCard, type Evidence, type Sources } from "./check-card.ts"
import { citeResume } from "./sources.ts"

const item = (id: string): RoundItem => ({
  id,
  kind: "question",
  title: id,
  minutes: 5,
  competencies: ["stream"],
  wording: "",
  probes: [],
  expectation: null,
  positive: ["Names the watermark"],
  negative: ["Blames others"],
  anchors: ["1", "2", "3", "4", "5"],
  guide: null,
  part: null,
})
const ITEMS = [item("late"), item("shape")]
const SOURCES: Sources = {
  note: (id) => (id === "n1" ? "He would wait for the mark" : undefined),
  tick: (itemId, index) =>
    itemId === "late" && index === 1
      ? "Names the watermark"
      : itemId === "late" && index === -1
        ? "Blames others"
        : undefined,
  attempt: () => undefined,
  resume: () => undefined,
}
const cited = (kind: Evidence["kind"], ref: string, quote = ""): Evidence => ({ kind, ref, quote })
const rating = (itemId: string, score: number | null, ...evidence: Evidence[]): Rating => ({
  itemId,
  score,
  evidence,
  comment: "",
})
const check = (ratings: Rating[], recommendation: "yes" | "no_decision" | null = "yes", reason = "Sound") =>
  checkCard({ ratings, recommendation, reason }, ITEMS, SOURCES)

describe("checkCard", () => {
  it("lets a card pass whose every score rests on something, with the words of the source", () => {
    const { ratings, missing, faults } = check([
      rating("late", 4, cited("note", "n1", "something he never wrote"), cited("tick", "late:−1")),
      rating("shape", null),
    ])
    expect([missing, faults]).toEqual([[], []])
    expect(ratings[0]?.evidence.map((e) => e.quote)).toEqual(["He would wait for the mark", "Blames others"])
  })

  it("asks for evidence under each score, and for none where nothing was assessed", () => {
    expect(check([rating("late", 4), rating("shape", null)]).missing.map((fault) => fault.path)).toEqual([
      "body.ratings.0.evidence",
    ])
  })

  it.each([
    ["someone else's note", cited("note", "n2")],
    ["a sign that wasn't ticked", cited("tick", "late:+2")],
    ["a tick at another question", cited("tick", "shape:+1")],
    ["a tick that isn't one", cited("tick", "late")],
    ["an attempt that isn't there", cited("attempt", "x")],
  ])("refuses %s", (_, evidence) => {
    expect(check([rating("late", 4, evidence)]).faults.map((fault) => fault.path)).toEqual([
      "body.ratings.0.evidence.0",
    ])
  })

  it("refuses items of another round and items rated twice", () => {
    const note = cited("note", "n1")
    expect(
      check([rating("late", 4, note), rating("late", 2, note), rating("gone", 3, note)]).faults.map(
        (fault) => fault.path,
      ),
    ).toEqual(["body.ratings.1.itemId", "body.ratings.2.itemId"])
  })

  it("asks for a recommendation with its reason, and allows no verdict from someone who rated nothing", () => {
    expect(check([], null, " ").faults.map((fault) => fault.path)).toEqual([
      "body.recommendation",
      "body.reason",
    ])
    expect(check([rating("late", null)]).faults.map((fault) => fault.path)).toEqual(["body.ratings"])
    expect(check([rating("late", null)], "no_decision").faults).toEqual([])
  })
})

describe("citeResume", () => {
  const text = { artifact: "resume-redacted" as const, text: "Ran the nightly load for two years" }
  it("reads a range in any spelling and answers one address", () => {
    const short = citeResume("app", text, "4-22")
    expect(short?.quote).toBe("the nightly load f")
    expect(citeResume("app", text, "text=4-22")).toEqual(short)
    expect(citeResume("app", text, short?.ref ?? "")).toEqual(short)
    expect(short?.ref).toMatch(/^app\/resume-redacted@[0-9a-f]{64}#text=4-22$/)
  })
  it("finds nothing beyond the text, in nothing, or in another text", () => {
    for (const ref of [
      "4-400",
      "4-4",
      "9-2",
      "",
      "x",
      citeResume("app", { ...text, text: "Another" }, "0-4")?.ref ?? "",
    ])
      expect(citeResume("app", text, ref), ref).toBeUndefined()
  })
})
