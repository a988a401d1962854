import { execFile, spawn } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { launch } from "./browser.ts"
import { serveSources } from "./sources.ts"

const timing = (distribution: string, more = {}) => ({ distribution, mean: "300ms", ...more })

/** Every distribution, most components, faults and a crash: whatever could come out differently somewhere. */
const EVERYTHING = {
  format: "backfill-design/1",
  workload: { rate: 40, arrivals: "diurnal", keySkew: 0.1, eventLag: timing("lognormal", { scv: 2 }) },
  components: [
    { id: "in", type: "source" },
    { id: "more", type: "source", rate: 10, arrivals: "bursty", priority: 1 },
    {
      id: "a",
      type: "station",
      servers: 30,
      service: timing("lognormal", { scv: 3 }),
      discipline: "priority",
    },
    { id: "b", type: "station", servers: 30, service: timing("hyperexponential", { scv: 4 }) },
    { id: "c", type: "station", servers: 30, service: timing("erlang", { k: 3 }) },
    { id: "log", type: "log" },
    { id: "stream", type: "stream-processor", window: "10s", outOfOrder: "2s" },
    { id: "store", type: "olap-store" },
    { id: "lake", type: "lake" },
    { id: "dashboard", type: "dashboard" },
  ],
  links: [
    ["in", "a"],
    ["more", "a"],
    ["a", "b"],
    ["a", "c"],
    ["b", "log"],
    ["c", "log"],
    ["log", "stream"],
    ["log", "lake"],
    ["stream", "store"],
    ["store", "dashboard"],
  ].map(([from, to]) => ({ from, to })),
  faults: [
    { type: "crash", component: "stream", at: "2m", for: "30s" },
    { type: "duplicates", component: "log", at: "3m", for: "1m", share: 0.2 },
  ],
  run: { duration: "5m" },
}

/** Stations in a row, which the kernel works through in WebAssembly; the counts are no multiples of its chunks. */
const row = (rate: number, stations: object[]) => {
  const middle = stations.map((one, at) => ({ id: `q${at}`, type: "station", ...one }))
  const components = [{ id: "in", type: "source" }, ...middle, { id: "out", type: "sink" }]
  return {
    format: "backfill-design/1",
    workload: { rate },
    components,
    links: components.slice(1).map(({ id }, at) => ({ from: components[at]?.id, to: id })),
    run: { customers: 123_457, warmup: 4321 },
  }
}
const service = { distribution: "exponential", mean: "1s" }
const DESIGNS = [
  EVERYTHING,
  row(0.8, [
    { service },
    { service },
    { service: { ...service, distribution: "deterministic" } },
    { service },
  ]),
  row(7.2, [{ service, servers: 8 }]),
]
const SEED = "same everywhere"
const FIREFOX = process.env["FIREFOX_PATH"] ?? "/usr/bin/firefox-esr"

const bin = fileURLToPath(new URL("../../cli/bin/backfill.mjs", import.meta.url))
let folder: string
let inNode: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "backfill-bytes-"))
  const answers = await Promise.all(
    DESIGNS.map(async (design, at) => {
      const file = join(folder, `design-${at}.json`)
      writeFileSync(file, JSON.stringify(design))
      const { stdout } = await promisify(execFile)(process.execPath, [
        bin,
        "simulate",
        file,
        "--seed",
        SEED,
        "--json",
      ])
      return { ...(JSON.parse(stdout) as { method: string }), wallMs: 0 }
    }),
  )
  expect(answers.map(({ method }) => method)).toEqual(["events", "fifo", "fifo"])
  inNode = JSON.stringify(answers)
})
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

/** The same designs in a browser that opens the page by itself. */
async function inBrowser(open: (url: string) => Promise<() => Promise<void>>): Promise<string> {
  const { url, result, close } = await serveSources({ designs: DESIGNS, seed: SEED })
  const leave = await open(url)
  try {
    return await result
  } finally {
    await leave()
    close()
  }
}

const chromium = async (url: string) => {
  const browser = await launch()
  const page = await browser.newPage()
  await page.goto(url)
  return () => browser.close()
}

const firefox = (url: string) => {
  const profile = join(folder, "profile")
  mkdirSync(profile)
  const child = spawn(FIREFOX, ["--headless", "--no-remote", "--profile", profile, url], {
    env: { ...process.env, HOME: folder, MOZ_HEADLESS: "1" },
    stdio: "ignore",
  })
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  return Promise.resolve(() => {
    child.kill("SIGKILL")
    return ended
  })
}

// Firefox is there by night (scripts/night.mjs installs it where it may), and whenever somebody has it.
const browsers = [
  { name: "Chromium", open: chromium },
  ...(existsSync(FIREFOX) ? [{ name: "Firefox", open: firefox }] : []),
]

describe("the same seed", () => {
  it.each(browsers)("gives the same bytes in Node and in $name", async ({ open }) => {
    const bytes = await inBrowser(open)
    expect(bytes.length).toBeGreaterThan(10_000)
    expect(bytes).toBe(inNode)
  })
})
