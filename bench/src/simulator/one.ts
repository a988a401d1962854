// Times one model in a process of its own: `node one.ts MODEL fastest|events CUSTOMERS`. Prints one line of JSON.
import { readDesign, simulate } from "@backfill/simulator"
import { designOf, MODELS } from "./models.ts"

const [name = "", method = "fastest", customers = "1000000"] = process.argv.slice(2)
const model = MODELS.find((one) => one.name === name)
if (model === undefined) throw new Error(`There is no model ${name}.`)

function timed(count: number) {
  const { design } = readDesign(designOf(model as (typeof MODELS)[number], count))
  if (design === null) throw new Error("The design isn’t sound.")
  const before = process.cpuUsage()
  const answer = simulate(design, { method: method === "events" ? "events" : "fastest" })
  const { user, system } = process.cpuUsage(before)
  return {
    seconds: (user + system) / 1e6,
    events: answer.events,
    method: answer.method,
    wait: answer.components["q0"]?.wait?.mean,
  }
}

// The first run is for the compilers; SimPy needs none.
timed(2_000_000)
const line = timed(Number(customers))
process.stdout.write(`${JSON.stringify({ ...line, peakMb: process.resourceUsage().maxRSS / 1024 })}\n`)
