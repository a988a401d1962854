import { execFile, spawn } from "node:child_process"
import { chmod, mkdtemp, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"

const bin = fileURLToPath(new URL("../bin/backfill.mjs", import.meta.url))
const kits = fileURLToPath(new URL("../../kits/", import.meta.url))
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backfill-cli-"))
  await chmod(folder, 0o711)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The command as a person runs it. */
function backfill(args: string[], env: Record<string, string> = {}) {
  const { PATH, HOME, TMPDIR } = process.env
  return new Promise<{ code: number; out: string; err: string }>((resolve) =>
    execFile(
      process.execPath,
      [bin, ...args],
      { env: { PATH, HOME, TMPDIR, BACKFILL_DATA: join(folder, "data"), ...env } },
      (error, out, err) => resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    ),
  )
}

/** A server of this installation, until the test is done with it. */
async function serve(): Promise<() => Promise<void>> {
  const { PATH, HOME, TMPDIR } = process.env
  const main = fileURLToPath(new URL("../../server/src/main.ts", import.meta.url))
  const child = spawn(process.execPath, [main], {
    env: { PATH, HOME, TMPDIR, PORT: "0", LOG_LEVEL: "silent", BACKFILL_DATA: join(folder, "data") },
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => chunk.toString().includes("set-up#") && resolve())
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)))
  })
  return () =>
    new Promise((resolve) => {
      child.once("exit", () => resolve())
      child.kill("SIGTERM")
    })
}

describe("backfill", () => {
  it("explains itself, and says no to what it doesn't know", async () => {
    expect(await backfill(["help"])).toMatchObject({ code: 0 })
    expect(await backfill(["fly"])).toMatchObject({
      code: 2,
      err: expect.stringContaining('no command "fly"'),
    })
  })
  it("prints the settings and hides the secrets", async () => {
    const { code, out } = await backfill(["config"], {
      PORT: "5123",
      SMTP_URL: "smtp://me:hunter2@mail.example",
    })
    expect(code).toBe(0)
    expect(out).toContain("PORT=5123")
    expect(out).not.toContain("hunter2")
  })
  it("names every bad setting at once", async () => {
    const { code, err } = await backfill(["config"], {
      PORT: "banana",
      BASE_URL: "nowhere",
      BACKFILL_COLOUR: "teal",
    })
    expect(code).toBe(1)
    for (const name of ["PORT", "BASE_URL", "BACKFILL_COLOUR"]) expect(err).toContain(name)
  })
  it.each(["data-engineer", "fixture", "template"])("finds nothing wrong with the kit %s", async (kit) => {
    const { code, out } = await backfill(["kit", "check", kits + kit, "--json"])
    expect(JSON.parse(out)).toEqual({ ok: true, problems: [], counts: expect.any(Object) })
    expect(code).toBe(0)
  })
  it("saves an installation and brings it back into an empty one, but not over another", async () => {
    const file = join(folder, "saved.backfill")
    const other = { BACKFILL_DATA: join(folder, "other") }
    expect(await backfill(["backup", file])).toMatchObject({
      code: 1,
      err: expect.stringContaining("Nothing was created"),
    })
    const stop = await serve()
    expect(await backfill(["backup", file])).toMatchObject({ code: 0 })
    const elsewhere = { BACKFILL_S3_BUCKET: "elsewhere" }
    expect(await backfill(["backup", `${file}-rows`], elsewhere)).toMatchObject({
      code: 0,
      out: expect.stringContaining("and no file"),
      err: expect.stringMatching(/Not in it: \d+ files and \d+ recordings\. .*bucket elsewhere/),
    })
    await stop()
    expect((await stat(file)).size).toBeGreaterThan(1000)
    expect(await backfill(["restore", file], other)).toMatchObject({
      code: 0,
      out: expect.stringContaining("npm start"),
    })
    const third = { BACKFILL_DATA: join(folder, "third"), ...elsewhere }
    expect(await backfill(["restore", `${file}-rows`], third)).toMatchObject({
      code: 0,
      err: expect.stringContaining("bucket elsewhere"),
    })
    expect(await backfill(["restore", file], other)).toMatchObject({
      code: 1,
      err: expect.stringContaining("empty"),
    })
    const early = await backfill(["sample"], other)
    expect(early).toMatchObject({ code: 1, err: expect.stringContaining("the sample needs an owner") })
    expect(early.err).not.toContain("    at ")
  })
})
