import type { Debrief, Decision } from "@backfill/contract"
import { describe, expect, it } from "vitest"
import { exportDecision } from "./export.ts"
import { html } from "./html.ts"

const EVIL = `<script>alert("1")</script>&'`
const ana = { id: "a", name: `Ana ${EVIL}` }
const view = { value: 3.7, low: 3.2, high: 4.1, note: "95 % interval, 2 raters.", missing: [] }
const debrief: Debrief = {
  applicationId: "x",
  candidate: EVIL,
  openingTitle: EVIL,
  level: "senior",
  stageIndex: 1,
  stageTitle: EVIL,
  openedAt: "2026-11-02T16:02:00Z",
  headline: EVIL,
  summary: EVIL,
  raters: [ana],
  rows: [
    {
      competencyId: "s",
      title: EVIL,
      weight: 15,
      mean: 3.5,
      range: null,
      anchors: [],
      cells: [{ raterId: "a", score: 4, sinceOpening: { kind: "changed", from: 2 } }],
      ratings: [
        {
          raterId: "a",
          interviewId: "i",
          itemId: "q",
          itemTitle: EVIL,
          roundTitle: EVIL,
          score: 4,
          sinceOpening: { kind: "changed", from: 2 },
          anchor: "Designs for a source that stalls",
          comment: EVIL,
          evidence: [
            {
              kind: "note",
              ref: "n",
              quote: "If one partition goes quiet the window waits",
              atSeconds: 1102,
              source: null,
            },
            {
              kind: "attempt",
              ref: "a/text@0#text=6-20",
              quote: "closes the day",
              atSeconds: null,
              source: { kind: "text", title: EVIL, code: false, before: "Never ", after: " twice" },
            },
          ],
          notes: [
            {
              id: "n",
              itemId: "q",
              atSeconds: 1880,
              text: EVIL,
              editedAt: "2026-11-02T14:00:00Z",
              deleted: false,
              device: "d",
              seq: 1,
            },
          ],
        },
      ],
    },
  ],
  composite: view,
  compositeBefore: { ...view, value: 3.6 },
  weightsSetAt: "2026-11-01T09:00:00Z",
  overall: [{ raterId: "a", interviewId: "i", roundTitle: EVIL, recommendation: "strong_yes", reason: EVIL }],
  agenda: [],
  agendaMinutes: 0,
  waivers: [{ rater: ana, roundTitle: EVIL, reason: EVIL }],
  withoutScorecards: null,
  decisions: [],
  canDecide: false,
  choices: [],
  applicationVersion: 3,
}
const decision: Decision = {
  id: "d1",
  stageIndex: 1,
  choice: "advance",
  summary: EVIL,
  reasons: [
    { competencyId: "s", title: EVIL, reason: EVIL, evidence: [{ kind: "note", ref: "n", quote: EVIL }] },
  ],
  withoutScorecards: null,
  by: ana,
  at: "2026-11-02T16:40:00Z",
  supersedes: null,
  supersededBy: "d2",
}
const exported = (over: Partial<Decision> = {}, shown: Debrief = debrief) =>
  exportDecision({
    decision: { ...decision, ...over },
    organisation: EVIL,
    exportedAt: new Date("2026-11-03T08:00:00Z"),
    exportedBy: EVIL,
    snapshot: {
      debrief: shown,
      kit: { title: EVIL, version: "1.0.0", digest: "ab12" },
      planVersion: 2,
      earlier: [{ ...decision, stageTitle: EVIL }],
      story: [{ at: "2026-11-01T09:00:00Z", by: EVIL, title: EVIL, detail: EVIL }],
    },
  })
const page = exported()

describe("exportDecision", () => {
  it("runs nothing and loads nothing, whatever people wrote", () => {
    expect(page).not.toContain("<script")
    expect(page).not.toMatch(/\b(src|href)=|url\(|@import/)
    expect(page).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;")
  })

  it("tells decision, reasons, scores before and after, anchors, evidence, notes, waivers and story", () => {
    for (const words of [
      "Replaced by a later decision",
      `<span class="was">2</span> 4`,
      "Designs for a source that stalls",
      "the window waits (18:22)",
      "31:20",
      "strong yes",
      "Cards gone without",
      "2026-11-02 16:40 UTC",
      "3.7, 3.2 to 4.1",
      "When the cards opened: 3.6, 3.2 to 4.1",
      "ab12",
      "Earlier gates",
      "in order",
      "Never <mark>closes the day</mark> twice",
    ])
      expect(page, words).toContain(words)
  })

  it("sets code as code, and prose as prose", () => {
    const inCode = structuredClone(debrief)
    const source = inCode.rows[0]?.ratings[0]?.evidence[1]?.source
    if (source?.kind === "text") source.code = true
    expect(exported({}, inCode)).toContain('<blockquote class="pre code">Never <mark>')
    expect(page).not.toContain("pre code")
  })

  it("says plainly when nobody rated what was decided", () => {
    expect(page).not.toContain("without scorecards")
    expect(exported({ withoutScorecards: `none will come from ${EVIL}` })).toContain(
      "decided without scorecards because none will come from &lt;script&gt;",
    )
  })

  it("is well formed: each element that opens closes", () => {
    const open: string[] = []
    for (const [, end, name = ""] of page
      .replace(/<!doctype html>/, "")
      .matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
      if (name === "meta") continue
      if (end) expect(open.pop()).toBe(name)
      else open.push(name)
    }
    expect(open).toEqual([])
  })
})

describe("html", () => {
  it("escapes texts in texts and in attributes, and takes its own pieces as they are", () => {
    expect(html`<p title="${'"'}">${"<b>"}${html`<i>${1}</i>`}${[html`<br>`]}</p>`.source).toBe(
      '<p title="&quot;">&lt;b&gt;<i>1</i><br></p>',
    )
  })
})
