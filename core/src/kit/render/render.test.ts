import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { readKit } from "../read.ts"
import type { Kit } from "../schema.ts"
import { FIXTURE_PATHS, textFile } from "../test-kit.ts"
import { bookletOf } from "./booklet.ts"
import { candidateGuideOf } from "./candidate.ts"
import { documentHtml } from "./html.ts"
import { inlineOf, markdownBlocks } from "./markdown.ts"

const read = readKit([
  ...FIXTURE_PATHS.map((path) => ({
    path,
    bytes: new Uint8Array(readFileSync(new URL(`../../../../kits/fixture/${path}`, import.meta.url))),
    kind: "file" as const,
  })),
  textFile("guides/candidate.md", "# For you\n\nBring *questions*.\n"),
  textFile("guides/interviewer.md", "# For interviewers\n\n## Before\n\nRead the round.\n"),
])
if (!read.kit) throw new Error(JSON.stringify(read.problems))
const kit: Kit = read.kit

/** All texts in something, as a page would show them. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value.replaceAll(/\s+/g, " ").trim()]
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : []
}

describe("the interviewer's booklet", () => {
  const html = documentHtml(bookletOf(kit))

  it("holds every question and exercise a panel may use, with all that belongs to it", () => {
    const plain = html
      .replaceAll(/<[^>]+>/g, " ")
      .replaceAll("&#39;", "'")
      .replaceAll(/\s+/g, " ")
    for (const question of kit.questions) {
      const { title, purpose, question: wording, probes, expectations, indicators, anchors } = question
      for (const text of textsOf([title, purpose, wording, probes, expectations, indicators, anchors]))
        expect(plain).toContain(text)
    }
    const design = kit.exercises.find(({ id }) => id === "late-orders")
    for (const text of textsOf([design?.design, design?.panelGuide, design?.anchors]))
      if (text !== "clarify") expect(plain).toContain(text)
    expect(plain).not.toContain("Replay a day")
  })

  it("tells each round by the clock", () => {
    const rows = bookletOf(kit).blocks.flatMap((block) =>
      block.kind === "rows" && block.style === "clock" ? [block.rows.map(({ label }) => label)] : [],
    )
    expect(rows).toEqual([
      ["0:00", "0:03", "0:25", "0:30"],
      ["0:00", "0:05", "0:20", "0:35", "1:20", "1:30"],
    ])
  })

  it("leaves the other levels out when it is for one", () => {
    const senior = documentHtml(bookletOf(kit, "senior"))
    expect(senior).toContain("Also handles what read the half-loaded table in between.")
    expect(senior).not.toContain("Describes a convention by which every load is repeatable.")
  })
})

describe("the candidate's guide", () => {
  const html = documentHtml(candidateGuideOf(kit))

  it("tells the steps, their length and what to prepare", () => {
    for (const text of [
      "Bring <em>questions</em>.",
      "Engineering talk",
      "90 min",
      "How event time and arrival time differ",
      "Late orders are counted on the right day",
    ])
      expect(html).toContain(text)
  })

  it("holds nothing of what is asked or how answers are scored", () => {
    const secrets = [
      ...kit.questions.map(
        ({
          id: _id,
          competency: _competency,
          kind: _kind,
          audience: _audience,
          round: _round,
          theme: _theme,
          ...rest
        }) => rest,
      ),
      ...kit.exercises.map(({ brief, indicators, anchors, panelGuide, design, drill }) => ({
        brief,
        indicators,
        anchors,
        panelGuide,
        design,
        drill,
      })),
      kit.guides["interviewer"],
      kit.competencies.map(({ definition, levels }) => ({ definition, levels })),
    ]
    const leaked = textsOf(secrets).filter((text) => text.length > 12 && html.includes(text))
    expect(leaked).toEqual([])
  })
})

describe("a page", () => {
  it("shows what a kit holds as text, never as markup", () => {
    const evil = `</style><script>alert(1)</script><img src=x onerror="1"> [x](javascript:1)`
    const html = documentHtml(
      bookletOf({
        ...kit,
        title: evil,
        guides: { interviewer: `${evil}\n\n\`\`\`\n${evil}\n\`\`\`` },
        rounds: kit.rounds.map((round) => ({ ...round, title: evil, id: 'a"><b>' })),
      }),
    )
    expect(html).not.toMatch(/<script|<img|<b>|href="[^#]/)
    expect(html.match(/<\/style>/g)).toHaveLength(1)
  })

  it("asks nobody for anything", () =>
    expect(documentHtml(bookletOf(kit))).not.toMatch(/https?:|src=|url\(|@import/))
})

describe("Markdown", () => {
  it("has lists in lists, tables, quotes and code", () => {
    const kinds = markdownBlocks(
      "- a\n  - b\n- c\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n> q\n\n```sql\nselect 1\n```\nend",
    ).map(({ kind }) => kind)
    expect(kinds).toEqual(["list", "table", "quote", "code", "paragraph"])
    const [list] = markdownBlocks("1. a\n   more\n2. b")
    expect(list).toMatchObject({
      kind: "list",
      ordered: true,
      items: [[{ kind: "paragraph" }], [{ kind: "paragraph" }]],
    })
  })

  it("has emphasis, and leaves lone marks alone", () => {
    expect(inlineOf("a **b** *c* `d` 2 * 3")).toEqual([
      { kind: "text", text: "a " },
      { kind: "strong", children: [{ kind: "text", text: "b" }] },
      { kind: "text", text: " " },
      { kind: "emphasis", children: [{ kind: "text", text: "c" }] },
      { kind: "text", text: " " },
      { kind: "code", text: "d" },
      { kind: "text", text: " 2 * 3" },
    ])
  })

  it("ends in good time, whatever it is given", () => {
    const start = performance.now()
    for (const piece of ["> ", "- ", "* a", "**", "`", "[x](", "| a ", "\n- a\n\n", "# ", "```\n", "\\"])
      markdownBlocks(piece.repeat(20_000 / piece.length))
    expect(performance.now() - start).toBeLessThan(3000)
  })
})
