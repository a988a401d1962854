import { readFileSync } from "node:fs"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readKit } from "./read.ts"
import { add, all, type Change, edit, FIXTURE_PATHS, replaceText, textFile } from "./test-kit.ts"
import { KIT_LIMITS, type KitFile } from "./tree.ts"
import { readYaml } from "./yaml-read.ts"

const fixture: KitFile[] = FIXTURE_PATHS.map((path) => ({
  path,
  bytes: new Uint8Array(readFileSync(new URL(`../../../kits/fixture/${path}`, import.meta.url))),
  kind: "file",
}))

/** `npm run night` asks for ten thousand. */
const MUTATIONS = Number(process.env["KIT_MUTATIONS"] ?? 1000)

/** How many times as long as a harmless mebibyte a hostile one may take: most take less, the keys 4 to 6 times as long. */
const BOUND = 20
const TRIES = 3

/** A mebibyte as people write it, some 20,000 lines of it. */
const HARMLESS = "- says which rows came late, and why it matters\n".repeat(21_000)

/** Processor time in milliseconds. */
function timeOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/**
 * What a work answers, once it was done in good time: beside the harmless file read right after it, because whatever else
 * keeps the machine busy makes both slower. A try that had more company than its measure may be repeated.
 */
function inGoodTime<T>(work: () => T): T {
  const ratios: number[] = []
  for (let tried = 0; tried < TRIES; tried++) {
    const done: T[] = []
    const ms = timeOf(() => done.push(work()))
    ratios.push(ms / timeOf(() => readYaml("questions/harmless.yaml", HARMLESS)))
    const [result] = done
    if (result !== undefined && ratios.some((ratio) => ratio < BOUND)) return result
    if (ratios.every((ratio) => ratio > 3 * BOUND)) break
  }
  throw new Error(
    `took ${ratios.map((ratio) => ratio.toFixed(0)).join(", ")} times as long as a harmless file`,
  )
}

const codesAfter = (change: Change) => readKit(change([...fixture])).problems.map(({ code }) => code)

/** Nine levels of nine references each: 3.9 billion entries if anybody expanded them. */
function aliasBomb(): string {
  const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
  for (let level = 1; level < 9; level++) {
    lines.push(
      `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(", ")}]`,
    )
  }
  return lines.join("\n")
}

describe("a file made to exhaust the reader", () => {
  const mebibyte = (piece: string) => piece.repeat(Math.floor(KIT_LIMITS.fileBytes / piece.length))
  it.each<[string, string, string]>([
    ["an alias bomb", aliasBomb(), "yaml-alias"],
    ["20,000 nested brackets", "[".repeat(20_000), "yaml-depth"],
    ["a mebibyte of brackets", mebibyte("["), "yaml-depth"],
    ["a mebibyte of braces", mebibyte("{a: "), "yaml-depth"],
    ["a mebibyte of list marks", mebibyte("- "), "yaml-depth"],
    ["a mebibyte of explicit keys", mebibyte("? "), "yaml-depth"],
    ["a mebibyte of colons", mebibyte(": "), "yaml-depth"],
    [
      "ever deeper indentation",
      Array.from({ length: 1400 }, (_, level) => `${" ".repeat(level)}a:`).join("\n"),
      "yaml-depth",
    ],
    ["a mebibyte of commas", `[${mebibyte(",").slice(1)}`, "yaml-too-many-parts"],
    ["a mebibyte of documents", mebibyte("---\n"), "yaml-documents"],
    ["a mebibyte of keys", mebibyte("a: b\n"), "yaml-too-many-parts"],
    ["a mebibyte of open quotes", mebibyte('- "a\n'), "yaml-too-many-parts"],
    [
      "40,000 different keys",
      Array.from({ length: 40_000 }, (_, key) => `k${key}:`).join("\n"),
      "key-unknown",
    ],
  ])("%s is refused in good time", (_name, text, code) => {
    expect(inGoodTime(() => codesAfter(replaceText("kit.yaml", () => text)))).toContain(code)
  })

  it("of 50,000 questions is refused before any is read", () => {
    const many = Array.from({ length: 50_000 }, (_, index) => textFile(`questions/q${index}.yaml`, "["))
    expect(inGoodTime(() => codesAfter(add(...many)))).toEqual(["kit-too-many-files"])
  })

  it("holding a mebibyte of sentences is refused without being weighed word by word", () => {
    for (const piece of ["A b. ", "You and how do your kids ", "x\\n\\n"]) {
      const text = `question: "${piece.repeat(Math.floor(1_000_000 / piece.length))}"`
      const change = replaceText("questions/rerun-a-load.yaml", (old) =>
        old.replace(/question: .*/, () => text),
      )
      expect(inGoodTime(() => codesAfter(change))).toContain("value-length")
    }
  })

  it("of thousands of ids that are nearly another's is refused without a search for each", () => {
    const id = (index: number) => `${"late-orders-".repeat(5)}${index}`
    const known = Array.from({ length: 600 }, (_, index) =>
      textFile(`questions/q${index}.yaml`, `id: ${id(1000 + index)}`),
    )
    const items = Array.from({ length: 6000 }, (_, index) => `      - question: ${id(800_000 + index)}`)
    const rounds = replaceText("rounds.yaml", () => `rounds:\n  - items:\n${items.join("\n")}`)
    expect(inGoodTime(() => codesAfter(all(add(...known), rounds)))).toContain("problems-left-out")
  })

  it("is read no further once the kit's tokens are spent", () => {
    const left = { tokens: 16 }
    expect(readYaml("questions/one.yaml", "id: one", left).problems).toEqual([])
    const { problems } = readYaml("questions/two.yaml", "id: two\ntitle: Two", left)
    expect(problems.map(({ code, line }) => `${code}:${line}`)).toEqual(["yaml-too-many-parts:2"])
    expect(left.tokens).toBeLessThan(0)
  })

  it("of 10 MiB is refused unread", () => {
    const large = {
      path: "questions/large.yaml",
      bytes: new Uint8Array(KIT_LIMITS.kitBytes + 1),
      kind: "file" as const,
    }
    expect(codesAfter(add(large))).toEqual(["kit-too-big"])
  })
})

describe("YAML a kit may not use", () => {
  it.each<[string, string, string]>([
    ["a duplicate key", "id: a\nid: b", "yaml-duplicate-key:2:1"],
    ["the same key as word and number", '1: a\n"1": b', "yaml-duplicate-key:2:1"],
    ["a custom tag", "id: !!js/function x", "yaml-tag:1:5"],
    ["two documents", "id: a\n---\nid: b", "yaml-documents:2:1"],
    ["a document after an end mark", "id: a\n...\nid: b", "yaml-documents:3:1"],
    ["a tab as indent", "levels:\n\tid: a", "yaml-tab:2:1"],
    ["an alias without anchor", "title: *bold* text", "yaml-alias:1:8"],
    ["not a number", "weight: .nan", "number-not-finite:1:9"],
    ["infinity", "weight: -.inf", "number-not-finite:1:9"],
    ["more than a number holds", "weight: 1e400", "number-not-finite:1:9"],
    ["an escaped NUL", 'title: "a\\0b"', "text-control:1:8"],
    ["an escaped C1 control", 'title: "a\\x85b"', "text-control:1:8"],
    ["an escaped half of a pair", 'title: "\\udc00"', "text-surrogate:1:8"],
    ["a key that reaches the prototype", "__proto__:\n  admin: true", "key-forbidden:1:1"],
  ])("%s has its code, line and column", (_name, text, expected) => {
    const found = readYaml("kit.yaml", text).problems.map(
      ({ code, line, column }) => `${code}:${line}:${column}`,
    )
    expect(found).toEqual([expected])
  })

  it("hands out no number that JSON would turn into null", () => {
    const { yaml } = readYaml("kit.yaml", "__proto__: {admin: true}\nweight: 1")
    expect(yaml?.value).toEqual({ weight: 1 })
    expect(Reflect.get(Object(yaml?.value), "admin")).toBeUndefined()
  })
})

describe("all problems at once", () => {
  it("lists every dangling reference, also in files with other problems", () => {
    const change = all(
      edit("rounds.yaml", "question: rerun-a-load", "question: gone-one"),
      edit("rounds.yaml", "exercise: late-orders", "exercise: gone-two"),
      edit("rounds.yaml", "rounds: [first-talk]", "rounds: [gone-three, gone-four]\n    colour: red"),
      edit("questions/stayed-with-it.yaml", "competency: ownership", "competency: gone-five"),
      edit(
        "exercises/late-orders.yaml",
        "[pipelines, modelling, ownership]",
        "[gone-six, modelling, gone-seven]",
      ),
    )
    const { kit, problems } = readKit(change([...fixture]))
    const dangling = problems.filter(({ code }) => code === "reference-missing").map(({ message }) => message)
    for (const id of ["one", "two", "three", "four", "five", "six", "seven"]) {
      expect(dangling.join("\n")).toContain(`gone-${id}`)
    }
    expect(dangling).toHaveLength(7)
    expect(problems.map(({ code }) => code)).toContain("key-unknown")
    expect(kit).toBeUndefined()
  })

  it("says nothing of references into a file that can't be parsed", () => {
    expect(codesAfter(replaceText("framework.yaml", () => "["))).toEqual(["yaml-syntax"])
  })

  it("suggests the key and the id that were meant", () => {
    const change = all(
      edit("questions/rerun-a-load.yaml", "competency: pipelines", "competency: pipelnes"),
      edit("questions/rerun-a-load.yaml", "confusedWith:", "confusedwith:"),
    )
    const helps = readKit(change([...fixture])).problems.map(({ help }) => help)
    expect(helps).toContain("Did you mean pipelines?")
    expect(helps).toContain("Did you mean confusedWith?")
  })

  it("keeps the report short and its errors first when there are thousands", () => {
    const many = Array.from({ length: 1500 }, (_, index) => textFile(`spare-${index}.txt`, ""))
    const { problems } = readKit(
      all(add(...many), edit("kit.yaml", "version: 1.0.0", "version: one"))([...fixture]),
    )
    expect(problems).toHaveLength(1001)
    expect(problems.map(({ code }) => code)).toContain("value-format")
    expect(problems.at(-1)).toMatchObject({
      code: "problems-left-out",
      message: "501 more problems aren’t shown.",
    })
  })

  it("writes control characters of a kit as escapes", () => {
    const { problems } = readKit(add(textFile("\u001b[31m\u202e.txt", ""))([...fixture]))
    expect(problems.map(({ file }) => file)).toEqual(["\\u001b[31m\\u202e.txt"])
  })
})

/** A kit with bytes overwritten, cut, doubled or moved; some keep most of a file, so that late checks are reached too. */
const mutated = fc
  .array(
    fc.record({
      file: fc.nat(),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(40),
      insert: fc.oneof(
        fc.string({ maxLength: 12, unit: "binary" }).map((text) => new TextEncoder().encode(text)),
        fc.uint8Array({ maxLength: 12 }),
        fc
          .constantFrom(..."[]{}:-?&*!|>'\"#%,\n\t ", "\n- ", ": ", "__proto__: ", "\n---\n", "1e400", "null")
          .map((text) => new TextEncoder().encode(text)),
      ),
      path: fc.option(fc.string({ maxLength: 20 }), { freq: 20 }),
      kind: fc.constantFrom("file", "file", "file", "file", "file", "file", "link", "other"),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((changes) => {
    const files = [...fixture]
    for (const { file, at, cut, insert, path, kind } of changes) {
      const index = file % files.length
      const old = files[index]
      if (!old) continue
      const start = Math.floor(at * old.bytes.length)
      const bytes = new Uint8Array([...old.bytes.slice(0, start), ...insert, ...old.bytes.slice(start + cut)])
      files[index] = { path: path ?? old.path, bytes, kind }
    }
    return files
  })

describe("mutated kits", () => {
  it("never make the reader throw, and are either read or explained", () => {
    fc.assert(
      fc.property(mutated, (files) => {
        const { kit, problems } = readKit(files)
        expect(kit !== undefined).toBe(problems.every(({ severity }) => severity === "warning"))
        for (const { line, column, message, help } of problems) {
          expect(line).toBeGreaterThan(0)
          expect(column).toBeGreaterThan(0)
          expect(message && help).not.toBe("")
        }
      }),
      { numRuns: MUTATIONS },
    )
  }, 1_800_000)
})
