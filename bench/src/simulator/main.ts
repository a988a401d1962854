// `npm run bench:simulator`: the simulator beside SimPy 3 (Debian: python3-simpy3), processor time a customer, in rounds
// that take turns so that whatever else the machine does falls on both. Prints a table; fails below the aims.
import { spawnSync } from "node:child_process"
import { cpus, loadavg } from "node:os"
import { fileURLToPath } from "node:url"
import { MODELS, type Model } from "./models.ts"

const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 5)
const CUSTOMERS = 20_000_000
const SIMPY_CUSTOMERS = 100_000
/** How many times faster than SimPy: what `exact` does by itself, and the recursion for plain rows. */
const AIM = { exact: 100, fifo: 500 }

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

const ours = (model: Model, method: string, customers = CUSTOMERS) =>
  JSON.parse(output(process.execPath, [file("./one.ts"), model.name, method, String(customers)])) as Run

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const nanoseconds = (seconds: number) => (seconds * 1e9).toFixed(1)

say(`${ROUNDS} rounds, ${cpus().length} processors, load before ${loadavg()[0]?.toFixed(1)}\n`)
say(
  "| model | SimPy, ns | exact, ns | times SimPy | how | event list alone, ns | times SimPy | ns an event | events a second |",
)
say("| --- | --: | --: | --: | --- | --: | --: | --: | --: |")
let below = 0
for (const model of MODELS) {
  const rounds = Array.from({ length: ROUNDS }, () => ({
    peer: simpy(model),
    exact: ours(model, "fastest"),
    events: ours(model, "events", CUSTOMERS / 10),
  }))
  const peer = median(rounds.map((round) => round.peer))
  const exact = median(rounds.map((round) => round.exact.seconds)) / CUSTOMERS
  const events = median(rounds.map((round) => round.events.seconds))
  const list = events / (CUSTOMERS / 10)
  const each = events / (rounds[0]?.events.events ?? 1)
  const how = rounds[0]?.exact.method ?? ""
  if (peer / exact < AIM.exact) below += 1
  say(
    `| ${model.name} | ${nanoseconds(peer)} | ${nanoseconds(exact)} | ${(peer / exact).toFixed(0)} | ${how} | ${nanoseconds(list)} | ${(peer / list).toFixed(0)} | ${nanoseconds(each)} | ${(1 / each / 1e6).toFixed(1)} M |`,
  )
}

say("\nMemory (peak of the process) with the number of customers, event list:\n")
const [plain] = MODELS
if (plain !== undefined)
  for (const customers of [1e5, 1e6, 1e7])
    say(`- ${customers.toLocaleString("en")}: ${ours(plain, "events", customers).peakMb.toFixed(0)} MB`)
say(`\nAims: exact at ${AIM.exact} times SimPy or more; the recursion for plain rows at ${AIM.fifo}.`)
process.exit(below > 0 ? 1 : 0)
