// `npm run bench:simulator`: the simulator beside SimPy 3 (Debian: python3-simpy3), processor time a customer, in rounds
// that take turns so that whatever else the machine does falls on both. Prints a table; fails below the aims. What the
// columns mean stands in bench/README.md.
import { spawnSync } from "node:child_process"
import { cpus, loadavg } from "node:os"
import { fileURLToPath } from "node:url"
import { MODELS, type Model } from "./models.ts"

const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 5)
/** Customers of a run on the FIFO path, of one with the event list, and of SimPy's. */
const CUSTOMERS = 20_000_000
const EVENT_CUSTOMERS = 2_000_000
const SIMPY_CUSTOMERS = 100_000

interface Run {
  seconds: number
  events: number
  method: string
  wait: number
  peakMb: number
}

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const say = (line: string) => process.stdout.write(`${line}\n`)

function output(program: string, args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: "utf8" })
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} failed. ${error?.message ?? ""}${stderr}`)
  return stdout
}

function simpy({ rate, servers, stages }: Model): number {
  const args = [
    file("../../simpy/queue.py"),
    String(rate),
    String(servers),
    String(stages),
    String(SIMPY_CUSTOMERS),
  ]
  return Number(output("/usr/bin/python3", args).split(" ")[0]) / SIMPY_CUSTOMERS
}

const ours = (model: Model, method: string, customers: number) =>
  JSON.parse(output(process.execPath, [file("./one.ts"), model.name, method, String(customers)])) as Run

const sorted = (values: number[]) => values.toSorted((a, b) => a - b)
const median = (values: number[]) => sorted(values)[Math.floor(values.length / 2)] ?? Number.NaN
const nanoseconds = (seconds: number) => (seconds * 1e9).toFixed(1)
const times = (ratios: number[]) => {
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)]
  return `**${median(ratios).toFixed(0)}** (${least.toFixed(0)} to ${most.toFixed(0)})`
}

say(`${ROUNDS} rounds, ${cpus().length} processors, load before ${loadavg()[0]?.toFixed(1)}\n`)
say(
  "| model | SimPy, ns | by itself, ns | times SimPy | aim | how | event list alone, ns | times SimPy | ns an event | events a second |",
)
say("| --- | --: | --: | --: | --: | --- | --: | --: | --: | --: |")
let below = 0
for (const model of MODELS) {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const peer = simpy(model)
    const exact = ours(model, "fastest", CUSTOMERS)
    const events = ours(model, "events", EVENT_CUSTOMERS)
    return {
      method: exact.method,
      peer,
      exact: exact.seconds / CUSTOMERS,
      list: events.seconds / EVENT_CUSTOMERS,
      event: events.seconds / events.events,
    }
  })
  const ratios = rounds.map(({ peer, exact }) => peer / exact)
  const each = median(rounds.map(({ event }) => event))
  if (median(ratios) < model.aim) below += 1
  const cells = [
    model.name,
    nanoseconds(median(rounds.map(({ peer }) => peer))),
    nanoseconds(median(rounds.map(({ exact }) => exact))),
    times(ratios),
    String(model.aim),
    rounds[0]?.method ?? "",
    nanoseconds(median(rounds.map(({ list }) => list))),
    times(rounds.map(({ peer, list }) => peer / list)),
    nanoseconds(each),
    `${(1 / each / 1e6).toFixed(1)} M`,
  ]
  say(`| ${cells.join(" | ")} |`)
}

say("\nMemory (peak of the process, MB) with the number of customers:\n")
say("| customers | by itself | event list |")
say("| --: | --: | --: |")
const [plain] = MODELS
if (plain !== undefined)
  for (const customers of [1e5, 1e6, 1e7]) {
    const peaks = ["fastest", "events"].map((method) => ours(plain, method, customers).peakMb.toFixed(0))
    say(`| ${customers.toLocaleString("en")} | ${peaks.join(" | ")} |`)
  }
say(
  `\nLoad after ${loadavg()[0]?.toFixed(1)}. ${below === 0 ? "Every aim is met." : `${below} below the aim.`}`,
)
process.exit(below > 0 ? 1 : 0)
