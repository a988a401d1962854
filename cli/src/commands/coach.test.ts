import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { coachCommand } from "./coach.ts"

const STORY =
  "Our load died at 3 a.m. and finance had no numbers. They needed them by nine. I rang the controller, rolled back and reran it. They had the report at 8:40."
let folder: string
let file: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backfill-coach-"))
  file = join(folder, "story.txt")
  await writeFile(file, STORY)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function coach(...args: string[]) {
  const [out, err]: string[][] = [[], []]
  const code = await coachCommand(args, { log: (s) => out?.push(s), error: (s) => err?.push(s) })
  return { code, out: (out ?? []).join("\n"), err: (err ?? []).join("\n") }
}

describe("backfill coach", () => {
  it("prints what it reads, in the keys that are promised and no others", async () => {
    const { code, out } = await coach("--theme", "pipeline-broke", "--json", file)
    expect(code).toBe(0)
    expect(out).not.toContain("\n")
    const reading = JSON.parse(out) as Record<string, unknown> & {
      sentences: Record<string, unknown>[]
      findings: Record<string, unknown>[]
    }
    expect(Object.keys(reading)).toEqual([
      "words",
      "isStory",
      "spokenSeconds",
      "sentences",
      "findings",
      "facts",
    ])
    expect(Object.keys(reading.sentences[0] ?? {})).toEqual(["start", "end", "part", "confidence"])
    expect(Object.keys(reading.findings[0] ?? {})).toEqual([
      "id",
      "start",
      "end",
      "message",
      "question",
      "confidence",
    ])
    expect(reading.facts).toEqual({
      numberInOutcome: false,
      onCallMoment: true,
      stakeholderCommunication: true,
    })
    expect(reading.findings.map(({ id }) => id)).toContain("no-hardening")
  })
  it("lays the same out without --json", async () =>
    expect(JSON.parse((await coach(file)).out)).toEqual(JSON.parse((await coach("--json", file)).out)))
  it("says which themes it knows and goes on", async () => {
    const { code, err } = await coach("--theme=pipelinebroke", file)
    expect([code, err]).toEqual([0, expect.stringContaining("pipeline-broke")])
  })
  it.each([[[]], [["a", "b"]], [["--theme"]], [["--score", "a"]]])(
    "explains itself when called with %j",
    async (args) => {
      const { code, err } = await coach(...args)
      expect([code, err]).toEqual([2, "Usage: backfill coach [--theme SLUG] [--json] FILE|-"])
    },
  )
  it("says what to do about a file that isn't there", async () => {
    const { code, err } = await coach(join(folder, "none.txt"))
    expect([code, err]).toEqual([2, expect.stringContaining("Name a text file")])
  })
})
