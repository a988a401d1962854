import { cp, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { kitCheck } from "./check.ts"

const fixture = new URL("../../../kits/fixture", import.meta.url).pathname
let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "kit-check-"))
  await cp(fixture, dir, { recursive: true })
})
afterEach(() => rm(dir, { recursive: true, force: true }))

async function run(...args: string[]) {
  const logged: string[] = []
  const errors: string[] = []
  const code = await kitCheck(args, { log: (line) => logged.push(line), error: (line) => errors.push(line) })
  return { code, logged, errors }
}

describe("kit check", () => {
  it("ends with 0 and the digest when nothing is wrong", async () => {
    const { code, logged, errors } = await run(dir)
    expect(code).toBe(0)
    expect(logged[0]).toBe("0 errors, 0 warnings.")
    expect(logged[1]).toMatch(/Digest [0-9a-f]{64}$/)
    expect(errors).toEqual([])
  })

  it("ends with 0 when there are only warnings", async () => {
    await writeFile(join(dir, "notes.txt"), "")
    const { code, logged } = await run(dir)
    expect(code).toBe(0)
    expect(logged[0]).toMatch(/^notes\.txt:1:1 warning file-unknown: /)
    expect(logged[1]).toBe("0 errors, 1 warning.")
  })

  it("ends with 1 and lists each problem on a line of its own", async () => {
    await writeFile(join(dir, "resume.yaml"), "criteria: 5\n")
    await writeFile(join(dir, "guides", "Late.md"), "")
    const { code, logged } = await run(dir)
    expect(code).toBe(1)
    expect(logged.map((line) => line.split(": ")[0])).toEqual([
      "guides/Late.md:1:1 error file-misplaced",
      "resume.yaml:1:11 error value-type",
      "2 errors, 0 warnings.",
    ])
  })

  it("prints one JSON value with --json, wherever it stands", async () => {
    await writeFile(join(dir, "resume.yaml"), "criteria: 5\n")
    const { code, logged } = await run("--json", dir)
    expect(code).toBe(1)
    expect(logged).toHaveLength(1)
    const answer: unknown = JSON.parse(logged[0] ?? "")
    expect(answer).toEqual({
      ok: false,
      problems: [
        {
          file: "resume.yaml",
          line: 1,
          column: 11,
          severity: "error",
          code: "value-type",
          message: "“criteria” should be a list, but is a number.",
          help: "Write a list here.",
        },
      ],
      counts: expect.objectContaining({ competencies: 2, cells: 8, resumeCriteria: 0, rounds: 2 }),
    })
  })

  it.each([[[]], [["--json"]], [["a", "b"]], [["--jsno", "a"]], [["-x"]]])(
    "ends with 2 for the call %j",
    async (args) => {
      const { code, errors, logged } = await run(...args)
      expect(code).toBe(2)
      expect(errors).toHaveLength(1)
      expect(logged).toEqual([])
    },
  )

  it("ends with 2 when the folder can't be read", async () => {
    const { code, errors } = await run(join(dir, "kit.yaml"))
    expect(code).toBe(2)
    expect(errors[0]).toContain("can’t be read; nothing was done")
  })
})
