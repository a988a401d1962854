import { readFileSync } from "node:fs"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { hintsToShow } from "./findings/order.ts"
import { readStory, readStoryInDetail } from "./read.ts"
import { THEMES } from "./findings/ids.ts"

/** Strings tried for each property; the nightly run asks for more. */
const RUNS = Number(process.env["COACH_RUNS"] ?? 5_000)

const STORY = `Last spring our nightly load died at 3 a.m. and finance had no numbers. I was on call, and the controller needed it by nine.
First I rang her and said what I knew. Then I rolled back the change, reran the load, and compared the totals with the ledger.
They got the report at 8:40, and we paid no penalty, which would have been 4,000 euros. Since then a test blocks such changes.`

const pieces = fc.constantFrom(
  ..."I we they told asked fixed broke the vendor . , ? ! … \n \n\n - * ``` 3 4,000 € % → from to a.m. e.g. “ ” ’ é 🙂 \ud83d ä 数 since then now would because".split(
    " ",
  ),
)
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.array(pieces, { maxLength: 80 }).map((p) => p.join(" ")),
  fc
    .tuple(fc.nat(STORY.length), fc.string({ maxLength: 20 }), fc.nat(40))
    .map(([at, put, cut]) => STORY.slice(0, at) + put + STORY.slice(at + cut)),
)
const anyTheme = fc.option(fc.oneof(fc.constantFrom(...THEMES), fc.string()), { nil: undefined })

describe("reading any text", () => {
  it("never throws, keeps every position inside the text, and says the same twice", () => {
    fc.assert(
      fc.property(anyText, anyTheme, (text, theme) => {
        const reading = readStoryInDetail(text, { theme })
        const { details, sentences, findings } = reading
        let before = 0
        for (const { start, end, confidence } of sentences) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(confidence).toBeGreaterThanOrEqual(0)
          expect(confidence).toBeLessThanOrEqual(1)
          before = end
        }
        expect(before).toBeLessThanOrEqual(text.length)
        const spans = [
          ...findings,
          ...details.hedges,
          ...details.fillers,
          ...details.quantities,
          ...details.changes,
          ...details.told,
          ...details.tools,
        ]
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
        expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length)
        expect(readStoryInDetail(text, { theme })).toEqual(reading)
      }),
      { numRuns: RUNS },
    )
  }, 1_800_000)

  it("leaves nothing but space between sentences", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const rest = readStory(text).sentences.reduceRight(
          (all, { start, end }) => all.slice(0, start) + all.slice(end),
          text,
        )
        expect(rest).not.toMatch(/[\p{L}\p{N}]/u)
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    )
  }, 600_000)
})

describe("a megabyte", () => {
  it.each([
    ["of stories", `${STORY}\n\n`.repeat(2_600)],
    ["of one word", "a".repeat(1_000_000)],
    ["of spaces", " ".repeat(1_000_000)],
    ["of full stops", ".".repeat(1_000_000)],
    ["of line breaks", "\n".repeat(1_000_000)],
    ["of numbers", "1,".repeat(500_000)],
    ["of hyphens", "a-".repeat(500_000)],
    ["of quotes after a full stop", `.${'"'.repeat(1_000_000)}`],
  ])("%s is read in under a second", (_, text) => {
    const began = performance.now()
    expect(readStory(text).isStory).toBe(false)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})

describe("what is no story", () => {
  it.each([
    ["nothing", ""],
    ["a list", "# Me\n\n- built a load\n- cut the cost by 30%\n- told finance\n"],
    [
      "numbered steps",
      "1. I looked at the logs.\n2. I fixed the bug.\n3. I told finance.\n4. We added a test.",
    ],
    ["code", "def load(rows):\n    for r in rows:\n        yield r\n"],
    ["a query", "select a, b from t where c > 3 group by 1"],
    ["settings", "name: nightly\nsteps:\n  - run: npm test\n  - run: npm run build\n"],
    ["skills", "Python, SQL, Airflow, dbt, Snowflake, Kafka, Docker, Kubernetes, Terraform, Git, Linux"],
    [
      "German",
      "Im letzten Jahr haben wir unser Lager umgezogen, und ich war für die Abstimmung zuständig. Danach ging es besser.",
    ],
    ["Chinese", "去年我们迁移了数据仓库，我负责协调。最后我们每月节省了三千欧元。"],
    [
      "a plan",
      "I would first look at the logs. Then I would call finance and tell them. After that I would add a test.",
    ],
    [
      "a definition",
      "A watermark is a point in time before which no more events are expected. It lags behind the clock. A late event arrives after it.",
    ],
  ])("%s gets a calm answer", (_, text) => {
    const { isStory, findings, sentences } = readStory(text, { theme: "pipeline-broke" })
    expect(isStory).toBe(false)
    expect(findings).toEqual([])
    expect(new Set(sentences.map(({ part }) => part))).toEqual(new Set(text === "" ? [] : ["other"]))
  })
})

describe("a story", () => {
  const read = (text: string, theme = "pipeline-broke") => readStory(text, { theme })
  const ids = (text: string, theme?: string) => read(text, theme).findings.map(({ id }) => id)

  it("is read by its parts", () => {
    const { isStory, sentences, facts } = read(STORY)
    expect(isStory).toBe(true)
    expect(sentences.map(({ part }) => part)).toEqual([
      "situation",
      "task",
      "action",
      "action",
      "result",
      "hardening",
    ])
    expect(facts).toEqual({ numberInOutcome: true, onCallMoment: true, stakeholderCommunication: true })
  })
  it("misses what was taken out of it", () => {
    expect(ids(STORY)).not.toContain("no-hardening")
    expect(ids(STORY.replace(/Since then.*/, ""))).toContain("no-hardening")
    expect(ids(STORY.replace(/Since then.*/, ""), "mentoring")).not.toContain("no-hardening")
    expect(ids(STORY.replace(/They got[\s\S]*/, ""))).toContain("no-result")
  })
  it("has its result heard inside a step", () => {
    const steps = `At eleven on a Monday three things broke at once: the lag alert, the finance report and a dashboard nobody reads.
The head of operations wanted one plan from me within the hour, and I had nobody to hand things to.
I asked her which of them would stop an invoice, and it was the report, so the report came first.
I paused the dashboard and told its two readers that it would stay dark until the evening.
I moved the joins of the report into one model and ran it by itself on a bigger machine.
I wrote down what I had touched, in which order, and how each step could be undone.`
    const fillers = `I looked at the consumer groups one by one and restarted the only one that had stopped committing.
I agreed with the team on a list of what comes first, and it hangs above the screens.`
    const told = (end: string) => ids(`${steps} ${end} ${fillers}`, "triage")
    const invoices =
      "I restarted the last group and the invoices left at 14:00, all 312 of them, so I rang her."
    const pages = "I moved the second group and the next peak went by with 1 page where it had been 11."
    expect(told(invoices)).not.toContain("no-result")
    expect(told(invoices)).not.toContain("unquantified")
    expect(told(pages)).not.toContain("no-result")
    expect(told("I moved the second group and rang her.")).toContain("no-result")
    expect(told("I moved the second group and hoped that the invoices would leave on time.")).toContain(
      "no-result",
    )
  })
  it("is counted exactly", () => {
    const filler = "I looked at the next partition and wrote its total down. "
    const [before] = [read(STORY)]
    expect(before.words).toBe(STORY.split(/\s+/).length)
    expect(before.spokenSeconds).toEqual({
      min: Math.round((before.words / 140) * 60),
      max: Math.round((before.words / 110) * 60),
    })
    const long = `${STORY} ${filler.repeat(25)}`
    const found = read(long).findings.find(({ id }) => id === "too-long")
    expect(long.slice(0, found?.start).trim().split(/\s+/)).toHaveLength(320)
    expect(ids(STORY)).toContain("too-short")
  })
  it("shows three hints at once, blame and repetition first, and none that was put aside", () => {
    const text = `${STORY.replace(/Since then.*/, "")} Honestly, the vendor's people never test anything, and they never told us.`
    const { findings } = readStory(text, { theme: "pipeline-broke" })
    expect(hintsToShow(findings).length).toBeLessThanOrEqual(3)
    const all = hintsToShow(findings, new Set(), 13).map(({ id }) => id)
    expect(all.indexOf("no-hardening")).toBeLessThan(all.indexOf("too-short"))
    expect(hintsToShow(findings, new Set(["no-hardening"])).map(({ id }) => id)).not.toContain("no-hardening")
  })
  it("never gives a score", () => expect(JSON.stringify(readStory(STORY))).not.toMatch(/score|grade|rating/i))
})

describe("the weights that ship", () => {
  it("are small enough for a browser", () => {
    const size = readFileSync(new URL("./parts/weights.json", import.meta.url)).length
    expect(size).toBeLessThan(300_000)
  })
})
