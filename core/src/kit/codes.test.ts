import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { CODES, type ProblemCode } from "./codes.ts"
import { readKit } from "./read.ts"
import { add, all, type Change, edit, FIXTURE_PATHS, remove, replaceText, textFile } from "./test-kit.ts"
import { KIT_LIMITS, type KitFile } from "./tree.ts"

const fixture: KitFile[] = FIXTURE_PATHS.map((path) => ({
  path,
  bytes: new Uint8Array(readFileSync(new URL(`../../../kits/fixture/${path}`, import.meta.url))),
  kind: "file",
}))

const KIT = "kit.yaml"
const FORM = "form.yaml"
const FRAME = "framework.yaml"
const ROUNDS = "rounds.yaml"
const RERUN = "questions/rerun-a-load.yaml"
const GRAIN = "questions/grain-of-a-table.yaml"

const empty = new Uint8Array()
const filler = (count: number) =>
  Array.from({ length: count }, (_, index) => textFile(`spare-${index}.txt`, ""))
const bulk = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    path: `spare-${index}.txt`,
    bytes: new Uint8Array(KIT_LIMITS.fileBytes),
    kind: "file" as const,
  }))
const append = (path: string, more: string) => replaceText(path, (text) => text + more)
const guide = (text: string) => add(textFile("guides/more.md", text))
const nested = (depth: number) =>
  edit(KIT, "title: Fixture kit", `title: ${"[".repeat(depth)}${"]".repeat(depth)}`)

/** Two forms of one coding test, made out of the drill; the first names `pairedWith` as its other form. */
const codingPair =
  (pairedWith: string): Change =>
  (files) => {
    const drill = new TextDecoder().decode(
      files.find(({ path }) => path === "exercises/replay-drill.yaml")?.bytes,
    )
    const rest = drill.slice(drill.indexOf("audience:"), drill.indexOf("drill:\n"))
    const judged = drill.slice(drill.indexOf("submission:"))
    const form = (id: string, name: string, other: string) =>
      textFile(
        `exercises/${id}.yaml`,
        `id: ${id}\ntype: coding-test\ncoding:\n  form: ${name}\n  language: SQL\n  starter: select 1\n  pairedWith: ${other}\n${rest}${judged}`,
      )
    return [...files, form("one-form", "without-ai", pairedWith), form("other-form", "with-ai", "one-form")]
  }

/** Anchors that all say the same pair of words so many times. */
const wordyAnchors = (times: number) =>
  replaceText(GRAIN, (text) =>
    text.replace(/^ {2}[1-5]: .*$/gm, (line) => line.slice(0, 5) + "x y ".repeat(times)),
  )

/** For each code: where it must be found after `trips`, and a `near` change after which it must not. */
interface Case {
  trips: Change
  at: string
  near: Change
}

/** Codes of more than one kit, or of none, have tests of their own. */
type Elsewhere = "bundle-invalid" | "problems-left-out" | `extends-${string}` | `removes-${string}`

const cases: Record<Exclude<ProblemCode, Elsewhere>, Case> = {
  "file-missing": { trips: remove(FORM), at: "form.yaml:1:1", near: remove("README.md") },
  "file-unknown": {
    trips: add(textFile("notes.txt", "")),
    at: "notes.txt:1:1",
    near: add(textFile("guides/notes.md", "")),
  },
  "file-misplaced": {
    trips: add(textFile("question/one.yaml", "")),
    at: "question/one.yaml:1:1",
    near: add(textFile("notes.txt", "")),
  },
  "file-link": {
    trips: add({ path: "guides/link.md", bytes: empty, kind: "link" }),
    at: "guides/link.md:1:1",
    near: guide(""),
  },
  "file-special": {
    trips: add({ path: "guides/pipe.md", bytes: empty, kind: "other" }),
    at: "guides/pipe.md:1:1",
    near: guide(""),
  },
  "file-too-big": {
    trips: guide("x".repeat(KIT_LIMITS.fileBytes + 1)),
    at: "guides/more.md:1:1",
    near: guide("x".repeat(KIT_LIMITS.fileBytes)),
  },
  "file-encoding": {
    trips: add({
      path: "guides/more.md",
      bytes: new Uint8Array([0x61, 0x0a, 0xc3, 0xa4, 0x0a, 0xe4, 0x0a]),
      kind: "file",
    }),
    at: "guides/more.md:3:1",
    near: guide("ä\r\n\u{1F600}"),
  },
  "path-outside": {
    trips: add(textFile("guides/../../more.md", "")),
    at: "guides/../../more.md:1:1",
    near: add(textFile("guides/..more.txt", "")),
  },
  "path-duplicate": {
    trips: add(textFile(KIT, "")),
    at: "kit.yaml:1:1",
    near: add(textFile("kits.txt", "")),
  },
  "kit-too-big": { trips: add(...bulk(10)), at: ":1:1", near: add(...bulk(9)) },
  "kit-too-many-files": {
    trips: add(...filler(KIT_LIMITS.files - FIXTURE_PATHS.length + 1)),
    at: ":1:1",
    near: add(...filler(KIT_LIMITS.files - FIXTURE_PATHS.length)),
  },
  "text-control": { trips: guide("one\ntw\u0000o"), at: "guides/more.md:2:3", near: guide("one\n\ttwo") },
  "text-surrogate": {
    trips: edit(KIT, "Fixture kit", '"a \\ud800 b"'),
    at: "kit.yaml:4:8",
    near: edit(KIT, "Fixture kit", '"a \\U0001F600 b"'),
  },
  "yaml-syntax": {
    trips: edit(KIT, "Fixture kit", "Fixture: kit"),
    at: "kit.yaml:4:8",
    near: edit(KIT, "Fixture kit", '"Fixture kit"'),
  },
  "yaml-alias": {
    trips: edit(KIT, "Fixture kit", "&a Fixture kit"),
    at: "kit.yaml:4:8",
    near: edit(KIT, "Fixture kit", "R&D, 2 * 3"),
  },
  "yaml-tag": {
    trips: edit(KIT, "Fixture kit", "!!js/function x"),
    at: "kit.yaml:4:8",
    near: edit(KIT, "Fixture kit", "Fixture!"),
  },
  "yaml-directive": {
    trips: edit(KIT, "format:", "%YAML 1.1\n---\nformat:"),
    at: "kit.yaml:1:1",
    near: edit(KIT, "Fixture kit", "100 % fixture"),
  },
  "yaml-documents": {
    trips: append(KIT, "---\nid: two\n"),
    at: "kit.yaml:8:1",
    near: edit(KIT, "format:", "---\nformat:"),
  },
  "yaml-tab": {
    trips: edit(KIT, "title: ", "title:\t"),
    at: "kit.yaml:4:7",
    near: edit(KIT, "Fixture kit", '"Fixture\tkit"'),
  },
  "yaml-depth": { trips: nested(20), at: "kit.yaml:4:27", near: nested(19) },
  "yaml-too-many-parts": {
    trips: append(KIT, "#\n".repeat(100_000)),
    at: "kit.yaml:99983:1",
    near: append(KIT, "#\n".repeat(99_000)),
  },
  "yaml-key": { trips: append(KIT, "[a]: b\n"), at: "kit.yaml:8:1", near: append(KIT, "a: b\n") },
  "yaml-duplicate-key": {
    trips: append(KIT, "title: Again\n"),
    at: "kit.yaml:8:1",
    near: append(KIT, "titles: Again\n"),
  },
  "key-forbidden": {
    trips: append(KIT, "__proto__: {id: x}\n"),
    at: "kit.yaml:8:1",
    near: append(KIT, "proto: x\n"),
  },
  "key-unknown": {
    trips: edit(RERUN, "why: The damage", "wyh: The damage"),
    at: `${RERUN}:22:5`,
    near: edit(RERUN, "why: The damage", '"why": The damage'),
  },
  "number-not-finite": {
    trips: edit(FRAME, "weight: 50", "weight: 1e400"),
    at: "framework.yaml:17:13",
    near: edit(FRAME, "weight: 50", "weight: 5e1"),
  },
  "value-missing": {
    trips: edit(RERUN, "why: The damage is usually further down.", "why:"),
    at: `${RERUN}:22:5`,
    near: edit(RERUN, "confusedWith: Fluency with one tool's retry button.\n", ""),
  },
  "value-type": {
    trips: edit(KIT, "version: 1.0.0", "version: 1.0"),
    at: "kit.yaml:3:10",
    near: edit(KIT, "version: 1.0.0", 'version: "1.0"'),
  },
  "value-choice": {
    trips: edit(RERUN, "audience: panel", "audience: panle"),
    at: `${RERUN}:3:11`,
    near: edit(RERUN, "audience: panel", "audience: both"),
  },
  "value-format": {
    trips: edit(KIT, "id: fixture", "id: Fixture"),
    at: "kit.yaml:2:5",
    near: edit(KIT, "id: fixture", "id: fixture-2"),
  },
  "value-length": {
    trips: edit(RERUN, "  - What would have made this boring?\n", ""),
    at: `${RERUN}:11:3`,
    near: edit(RERUN, "  - What would have made this boring?\n", "  - B?\n  - C?\n"),
  },
  "value-range": {
    trips: edit(FRAME, "weight: 50", "weight: -1"),
    at: "framework.yaml:17:13",
    near: edit(FRAME, "weight: 50", "weight: 0"),
  },
  "id-file-name": {
    trips: edit(RERUN, "id: rerun-a-load", "id: rerun"),
    at: `${RERUN}:1:5`,
    near: edit(RERUN, "id: rerun-a-load", "id:  rerun-a-load"),
  },
  "id-duplicate": {
    trips: edit(ROUNDS, "- id: screen", "- id: offer"),
    at: "rounds.yaml:39:9",
    near: edit(ROUNDS, "- id: screen", "- id: first-talk"),
  },
  "reference-missing": {
    trips: edit(RERUN, "competency: pipelines", "competency: pipeline"),
    at: `${RERUN}:4:13`,
    near: edit(RERUN, "competency: pipelines", "competency: modelling"),
  },
  "competency-unused": {
    trips: all(
      edit(GRAIN, "competency: modelling", "competency: pipelines"),
      edit("exercises/late-orders.yaml", "modelling, ", ""),
    ),
    at: "framework.yaml:18:9",
    near: edit("exercises/late-orders.yaml", "modelling, ", ""),
  },
  "levels-missing": {
    trips: edit(FRAME, "    kind: attitude\n", ""),
    at: "framework.yaml:28:5",
    near: (files) => files,
  },
  "weights-sum": {
    trips: edit(FRAME, "weight: 50", "weight: 50.1"),
    at: "framework.yaml:7:1",
    near: all(edit(FRAME, "weight: 50", "weight: 49.9999"), edit(FRAME, "weight: 30", "weight: 30.0001")),
  },
  "indicator-both": {
    trips: edit(RERUN, "Never mentions duplicates", "compares  counts after the rerun."),
    at: `${RERUN}:36:7`,
    near: edit(RERUN, "Never mentions duplicates", "Compares counts before the rerun"),
  },
  "indicator-duplicate": {
    trips: edit(RERUN, "Never mentions duplicates", "Starts the load again and hopes"),
    at: `${RERUN}:36:7`,
    near: edit(RERUN, "Never mentions duplicates", "Starts the load again and sleeps"),
  },
  "anchors-same": {
    trips: edit(
      RERUN,
      "5: Does all that and changes the design so that it can't recur.",
      "5: Makes this load repeatable and checks the result",
    ),
    at: `${RERUN}:44:6`,
    near: edit(RERUN, "5: Does all that", "5: Makes this load repeatable"),
  },
  "options-missing": {
    trips: edit(FORM, "type: yes-no", "type: single-choice"),
    at: "form.yaml:7:5",
    near: edit(FORM, "type: long-text", "type: number"),
  },
  "options-unexpected": {
    trips: edit(FORM, "type: single-choice", "type: number"),
    at: "form.yaml:16:5",
    near: edit(FORM, "type: single-choice", "type: multiple-choice"),
  },
  "knockout-type": {
    trips: edit(FORM, "type: yes-no", "type: number"),
    at: "form.yaml:9:5",
    near: (files) => files,
  },
  "knockout-option": {
    trips: edit(FORM, '["no"]', '["on"]'),
    at: "form.yaml:10:20",
    near: edit(FORM, '["no"]', "[yes]"),
  },
  "knockout-everybody": {
    trips: edit(FORM, '["no"]', "[yes, no]"),
    at: "form.yaml:10:7",
    near: edit(FORM, '["no"]', "[no, no]"),
  },
  "round-too-long": {
    trips: edit(ROUNDS, "minutes: 90", "minutes: 84"),
    at: "rounds.yaml:12:14",
    near: edit(ROUNDS, "minutes: 90", "minutes: 85"),
  },
  "round-practice-item": {
    trips: edit(GRAIN, "audience: both", "audience: practice"),
    at: "rounds.yaml:18:9",
    near: edit(GRAIN, "audience: both", "audience: panel"),
  },
  "round-unused": {
    trips: edit(ROUNDS, "    rounds: [first-talk]\n", ""),
    at: "rounds.yaml:2:9",
    near: (files) => files,
  },
  "item-repeated": {
    trips: edit(ROUNDS, "- question: grain-of-a-table", "- question: rerun-a-load"),
    at: "rounds.yaml:18:9",
    near: (files) => files,
  },
  "coverage-thin": {
    trips: edit(ROUNDS, "      - exercise: late-orders\n", ""),
    at: "framework.yaml:8:9",
    near: edit(ROUNDS, "minutes: 90", "minutes: 120"),
  },
  "part-other-type": {
    trips: edit("exercises/replay-drill.yaml", "type: drill", "type: lab"),
    at: "exercises/replay-drill.yaml:8:1",
    near: edit("exercises/late-orders.yaml", "aiUse: not-allowed", "aiUse: allowed"),
  },
  "pair-mismatch": {
    trips: codingPair("replay-drill"),
    at: "exercises/one-form.yaml:7:15",
    near: codingPair("other-form"),
  },
  "competency-without-question": {
    trips: edit(GRAIN, "competency: modelling", "competency: pipelines"),
    at: "framework.yaml:18:9",
    near: all(
      edit(GRAIN, "competency: modelling", "competency: pipelines"),
      edit("exercises/late-orders.yaml", "modelling, ", ""),
    ),
  },
  "question-without-round": {
    trips: edit(GRAIN, "round: engineering-talk\n", ""),
    at: "questions/grain-of-a-table.yaml:1:1",
    near: edit(GRAIN, "round: engineering-talk", "round: first-talk"),
  },
  "anchors-not-growing": {
    trips: edit(
      RERUN,
      "5: Does all that and changes the design so that it can't recur.",
      "5: Very clearly makes this load repeatable, and always checks the result.",
    ),
    at: `${RERUN}:44:6`,
    near: edit(
      RERUN,
      "5: Does all that and changes the design so that it can't recur.",
      "5: Makes every load of the team repeatable, with a check that runs by itself.",
    ),
  },
  "anchors-doubtful": {
    trips: edit(
      RERUN,
      "5: Does all that and changes the design so that it can't recur.",
      "5: Starts it again and waits.",
    ),
    at: `${RERUN}:44:6`,
    near: edit(
      RERUN,
      "5: Does all that and changes the design so that it can't recur.",
      "5: Has a test that starts it again by itself and waits for equal counts.",
    ),
  },
  "levels-not-growing": {
    trips: edit(
      RERUN,
      "expected: Also handles what read the half-loaded table in between.",
      "expected: Always makes the load very safe to repeat by key or by partition.",
    ),
    at: `${RERUN}:21:15`,
    near: edit(
      RERUN,
      "expected: Also handles what read the half-loaded table in between.",
      "expected: Makes all loads of a domain safe to repeat, and says what that costs.",
    ),
  },
  "question-unlawful": {
    trips: edit(
      RERUN,
      "How do you know which rows had arrived?",
      "Who minds your children while you rerun a load at night?",
    ),
    at: `${RERUN}:11:5`,
    near: edit(
      RERUN,
      "How do you know which rows had arrived?",
      "What happens to the children of a task that failed?",
    ),
  },
  "question-leading": {
    trips: edit(RERUN, "What would have made this boring?", "Wouldn't a key have made this boring?"),
    at: `${RERUN}:12:5`,
    near: edit(RERUN, "What would have made this boring?", "What wouldn't a key have solved?"),
  },
  "question-double": {
    trips: edit(
      RERUN,
      "What do you do before you start it again?",
      "What do you look at, and how do you start it again?",
    ),
    at: `${RERUN}:9:11`,
    near: edit(
      RERUN,
      "What do you do before you start it again?",
      "How do you tell which rows arrived and which are missing?",
    ),
  },
  "criterion-unfair": {
    trips: edit(RERUN, "Never mentions duplicates", "Speaks with a strong accent"),
    at: `${RERUN}:36:7`,
    near: edit(RERUN, "Never mentions duplicates", "Speaks of native types without saying why"),
  },
  "indicator-vague": {
    trips: edit(RERUN, "Never mentions duplicates", "Poor communication skills"),
    at: `${RERUN}:36:7`,
    near: edit(RERUN, "Never mentions duplicates", "Communicates nothing to readers"),
  },
  "sentence-too-long": {
    trips: edit(RERUN, "What would have made this boring?", `Say ${"and ".repeat(40)}stop.`),
    at: `${RERUN}:12:5`,
    near: edit(RERUN, "What would have made this boring?", `Say ${"and ".repeat(38)}stop.`),
  },
  "text-hard-to-read": {
    trips: edit(
      RERUN,
      "What would have made this boring?",
      "Which organisational precautions would predictably have trivialised operational remediation?",
    ),
    at: `${RERUN}:12:5`,
    near: edit(
      RERUN,
      "What would have made this boring?",
      "Which careful steps of the team would have made this repair a boring one?",
    ),
  },
  "kit-too-wordy": { trips: wordyAnchors(4900), at: ":1:1", near: wordyAnchors(1000) },
  "sentence-repeated": {
    trips: edit(
      GRAIN,
      "Notices that a join multiplies rows.",
      "Makes the table safe to repeat by key or by partition.",
    ),
    at: `${RERUN}:18:15`,
    near: edit(
      GRAIN,
      "Notices that a join multiplies rows.",
      "Makes each table safe to join by key or by partition.",
    ),
  },
  "phrase-repeated": {
    trips: edit(
      GRAIN,
      "4: Also weighs two tables against one.",
      "4: Weighs two tables, then makes the load safe to repeat by key or by partition.",
    ),
    at: `${GRAIN}:43:6`,
    near: edit(
      GRAIN,
      "4: Also weighs two tables against one.",
      "4: Weighs two tables, then makes the load safe to repeat once more.",
    ),
  },
  "stage-application": {
    trips: edit(ROUNDS, "kind: application", "kind: screen"),
    at: "rounds.yaml:24:11",
    near: edit(ROUNDS, "kind: offer", "kind: screen"),
  },
}

describe("each code", () => {
  it.each(Object.entries(cases))(
    "%s is found at its place, and not in the near miss",
    (code, { trips, at, near }) => {
      const found = readKit(trips([...fixture])).problems.filter((one) => one.code === code)
      expect(found.map(({ file, line, column }) => `${file}:${line}:${column}`)).toContain(at)
      const missed = readKit(near([...fixture])).problems.map((one) => one.code)
      expect(missed).not.toContain(code)
    },
  )

  it("has a severity, and an error keeps the kit from being handed out", () => {
    for (const [code, { trips }] of Object.entries(cases)) {
      const { kit, problems } = readKit(trips([...fixture]))
      const first = problems.find((one) => one.code === code)
      expect(first?.severity).toBe(CODES[code as ProblemCode].severity)
      expect(kit === undefined, code).toBe(problems.some(({ severity }) => severity === "error"))
    }
  })

  it("comes with a sentence and advice", () => {
    for (const [code, { trips }] of Object.entries(cases)) {
      for (const { message, help } of readKit(trips([...fixture])).problems) {
        expect(message, code).toMatch(/^[“A-Z].*\.$/s)
        expect(help, code).toMatch(/^[A-Z].*[.?]$/s)
      }
    }
  })
})
