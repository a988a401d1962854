import { spawn } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { afterAll, describe, expect, it } from "vitest"
import { simulateCommand } from "./simulate.ts"

const folder = mkdtempSync(join(tmpdir(), "backfill-simulate-"))
afterAll(() => rmSync(folder, { recursive: true }))

const design = (change: Record<string, unknown> = {}) => ({
  format: "backfill-design/1",
  workload: { rate: 0.8, per: "second", arrivals: "poisson" },
  components: [
    { id: "in", type: "source" },
    { id: "q", type: "station", servers: 1, service: { distribution: "exponential", mean: "1s" } },
    { id: "out", type: "sink" },
  ],
  links: [
    { from: "in", to: "q" },
    { from: "q", to: "out" },
  ],
  run: { customers: 100_000, warmup: 5000 },
  ...change,
})

function save(content: unknown): string {
  const file = join(folder, `${Math.random()}.json`)
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content))
  return file
}

async function call(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await simulateCommand(args, { log: (line) => out.push(line), error: (line) => err.push(line) })
  return { code, out: out.join("\n"), err: err.join("\n") }
}

describe("backfill simulate", () => {
  it("answers with what the queue’s theory says", async () => {
    const { code, out } = await call(save(design()), "--json", "--seed", "5")
    const answer = JSON.parse(out) as { components: { q: { wait: { mean: number } } } }
    expect(code).toBe(0)
    expect(answer).toMatchObject({
      ok: true,
      mode: "exact",
      seed: "5",
      components: { q: { lossShare: 0, wait: { ci95: { mean: [expect.any(Number), expect.any(Number)] } } } },
      cost: { perMonth: 0, currency: "USD", lines: [] },
      limits: [expect.stringContaining("q is the busiest")],
    })
    expect(Math.abs(answer.components.q.wait.mean - 4)).toBeLessThan(0.6)
  })
  it("gives the same answer for the same seed, times of the run aside", async () => {
    const file = save(design())
    const [one, two] = await Promise.all([call(file, "--json"), call(file, "--json", "--mode=exact")])
    const without = (text: string) => text.replace(/"wallMs":\d+/, "")
    expect(without(one.out)).toBe(without(two.out))
  })
  it("tells in words", async () => {
    const { out } = await call(save(design({ run: { customers: 1000 } })))
    expect(out).toContain("End to end: mean")
    expect(out).toContain("At 10 times the rate")
    expect(out).toContain("q can’t keep up")
  })
  it("names all problems with their places, and runs nothing", async () => {
    const bad = design({ workload: { rate: -1 }, run: { customers: "many" } })
    const words = await call(save(bad))
    expect(words).toMatchObject({ code: 2, out: "" })
    expect(words.err).toMatch(/^workload\.rate: .*\nrun\.customers: .*\n.*wasn’t run: 2 problems\.$/)
    const json = await call(save(bad), "--json")
    expect(json.code).toBe(2)
    expect(JSON.parse(json.out)).toMatchObject({
      ok: false,
      problems: [{ path: "workload.rate" }, { path: "run.customers" }],
    })
  })
  it("says what it can’t read", async () => {
    expect(await call(join(folder, "nowhere.json"))).toMatchObject({
      code: 2,
      err: expect.stringContaining("can’t be read"),
    })
    expect(await call(save("{"))).toMatchObject({ code: 2, err: expect.stringContaining("isn’t JSON") })
    expect(await call(save('{"rate": NaN'))).toMatchObject({
      code: 2,
      err: expect.stringContaining("isn’t JSON"),
    })
    expect(await call()).toMatchObject({ code: 2, err: expect.stringContaining("Usage") })
    expect(await call("a", "b")).toMatchObject({ code: 2 })
    expect(await call("a", "--fast")).toMatchObject({ code: 2, err: expect.stringContaining("--fast") })
    expect(await call("a", "--mode", "magic")).toMatchObject({ code: 2 })
  })
  it.each(["NaN", "Infinity", "-Infinity"])("says where there is a %s", async (word) => {
    const text = JSON.stringify(design()).replace('"rate":0.8', `"rate":${word}`)
    const { code, err } = await call(save(text))
    expect(code).toBe(2)
    expect(err).toMatch(/^workload\.rate: This should be a number, but is "-?(NaN|Infinity)"\.\n/)
  })
  it("says of the hybrid method that it comes later", async () => {
    expect(await call(save(design()), "--mode", "hybrid")).toMatchObject({
      code: 2,
      err: expect.stringContaining("studio"),
    })
  })
  it("prints the format", async () => {
    const { code, out } = await call("--schema")
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ $id: "backfill-design/1", type: "object" })
  })
  it.each([
    ["by itself", "../main.ts"],
    ["behind the command that hands over to it", "../../bin/backfill.mjs"],
  ])(
    "stops at Ctrl-C %s",
    async (_name, path) => {
      const file = save(design({ run: { customers: 10_000_000_000 } }))
      const main = fileURLToPath(new URL(path, import.meta.url))
      const stopAfter = async (milliseconds: number) => {
        const child = spawn(process.execPath, [main, "simulate", file])
        let told = ""
        child.stderr.on("data", (chunk: Buffer) => (told += chunk.toString()))
        const ended = new Promise<number | null>((resolve) => child.once("close", resolve))
        await sleep(milliseconds)
        child.kill("SIGINT")
        return { code: await ended, told }
      }
      // A busy machine may take its time until anybody listens for Ctrl-C.
      const stopped = { code: 130, told: "Stopped. Nothing was written.\n" }
      let found = await stopAfter(1500)
      for (const patience of [5000, 15_000]) if (found.told === "") found = await stopAfter(patience)
      expect(found).toEqual(stopped)
    },
    60_000,
  )
})
