import { readFile } from "node:fs/promises"
import { setImmediate as turn } from "node:timers/promises"
import {
  type Answer,
  type Design,
  type DesignProblem,
  designJsonSchema,
  figure,
  lengthOfTime,
  readDesign,
  Simulation,
} from "@backfill/simulator"
import type { Output } from "../output.ts"

const USAGE = `Usage: backfill simulate FILE [--seed N] [--mode exact|hybrid|auto] [--json]
       backfill simulate --schema`
const MODES = ["exact", "auto", "hybrid"]
/** What shells expect of a command that Ctrl-C has stopped: 128 and the number of SIGINT. */
const CANCELLED = 130

interface Call {
  file: string
  seed: string
  mode: string
  json: boolean
}

/**
 * `backfill simulate FILE`: runs a design; `--schema` prints the format of one. Resolves to the exit code: 0 with an answer (overload is one), 2 when the call
 * or the design can't be understood, 130 when stopped by Ctrl-C.
 */
export async function simulateCommand(args: string[], out: Output): Promise<number> {
  if (args.length === 1 && args[0] === "--schema") {
    out.log(JSON.stringify(designJsonSchema(), null, 2))
    return 0
  }
  const call = readCall(args)
  if (typeof call === "string") {
    out.error(`${call}\n${USAGE}`)
    return 2
  }
  if (call.mode === "hybrid")
    return refuse(
      call,
      [
        {
          path: "--mode",
          message: "The hybrid method comes with the studio; nothing was run. Use --mode exact.",
        },
      ],
      out,
    )
  const read = await readFileAsDesign(call.file)
  if (read.design === null) return refuse(call, read.problems, out)
  const answer = await runIt(read.design, call.seed)
  if (answer === null) {
    out.error("Stopped. Nothing was written.")
    return CANCELLED
  }
  if (call.json) out.log(JSON.stringify(answer))
  else for (const line of tell(answer)) out.log(line)
  return 0
}

function readCall(args: string[]): Call | string {
  const call: Call = { file: "", seed: "1", mode: "auto", json: false }
  for (let at = 0; at < args.length; at += 1) {
    const [word = "", ...inline] = (args[at] ?? "").split("=")
    const value = () => (inline.length > 0 ? inline.join("=") : (args[(at += 1)] ?? ""))
    if (word === "--json") call.json = true
    else if (word === "--seed") call.seed = value()
    else if (word === "--mode") call.mode = value()
    else if (word.startsWith("--")) return `There is no option ${word}.`
    else if (call.file === "") call.file = args[at] ?? ""
    else return "Name one file."
  }
  if (call.file === "") return "Which design? Name its file."
  if (call.seed === "") return "--seed needs a value."
  if (!MODES.includes(call.mode)) return `--mode is one of ${MODES.join(", ")}.`
  return call
}

async function readFileAsDesign(file: string): Promise<{ design: Design | null; problems: DesignProblem[] }> {
  const fail = (message: string) => ({ design: null, problems: [{ path: "", message }] })
  let text: string
  try {
    text = await readFile(file, "utf8")
  } catch (error) {
    return fail(`The file ${file} can’t be read (${error instanceof Error ? error.message : String(error)}).`)
  }
  try {
    return readDesign(JSON.parse(text))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const problems = besideNaN(text)
    return problems.length > 0
      ? { design: null, problems }
      : fail(`The file ${file} isn’t JSON (${error.message}).`)
  }
}

/** Some programs write NaN and Infinity into JSON, which has neither: the problems of such a file, each in its place. */
function besideNaN(text: string): DesignProblem[] {
  const quoted = text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (word) =>
    word.startsWith('"') ? word : `"${word}"`,
  )
  try {
    return readDesign(JSON.parse(quoted)).problems
  } catch {
    return []
  }
}

function refuse({ json, file }: Call, problems: readonly DesignProblem[], out: Output): number {
  if (json) out.log(JSON.stringify({ ok: false, problems }))
  else {
    for (const { path, message } of problems) out.error(path === "" ? message : `${path}: ${message}`)
    out.error(`${file} wasn’t run: ${problems.length} ${problems.length === 1 ? "problem" : "problems"}.`)
  }
  return 2
}

/** Runs in steps, so that Ctrl-C is heard and progress can be shown; null when stopped. */
async function runIt(design: Design, seed: string): Promise<Answer | null> {
  let stopped = false
  const stop = () => {
    stopped = true
  }
  process.on("SIGINT", stop)
  process.on("SIGTERM", stop)
  const began = performance.now()
  let shown = began
  try {
    const simulation = new Simulation(design, { seed })
    while (!simulation.step()) {
      if (performance.now() - shown < 100) continue
      await turn()
      if (stopped) return null
      shown = performance.now()
      if (process.stderr.isTTY)
        process.stderr.write(`\rSimulating: ${Math.floor(100 * simulation.progress())} %`)
    }
    return { ...simulation.answer(), wallMs: Math.round(performance.now() - began) }
  } finally {
    if (process.stderr.isTTY) process.stderr.write("\r\u001b[K")
    process.off("SIGINT", stop)
    process.off("SIGTERM", stop)
  }
}

function tell(answer: Answer): string[] {
  const { endToEnd, components, cost, limits, growth, objectives, faults } = answer
  const { mean, p50, p99, p999 } = endToEnd.latency
  const time = lengthOfTime
  return [
    `${figure(endToEnd.count)} records in ${time(answer.observed)}, ${figure(answer.throughput)} a second. Seed ${answer.seed}, ${figure(answer.events)} events in ${answer.wallMs} ms.`,
    `End to end: mean ${time(mean)}, p50 ${time(p50)}, p99 ${time(p99)}, p99.9 ${time(p999)}.`,
    ...Object.entries(components).flatMap(([id, { utilisation, wait, lossShare }]) =>
      utilisation === null
        ? []
        : [
            `  ${id}: ${figure(100 * utilisation)} % busy, waits ${time(wait?.mean ?? 0)} on average and ${time(wait?.p99 ?? 0)} at p99${lossShare > 0 ? `, loses ${figure(100 * lossShare)} %` : ""}.`,
          ],
    ),
    `Backlog: ${figure(answer.backlog.mean)} on average, ${figure(answer.backlog.max)} at most.`,
    ...objectives.map(({ text }) => text),
    ...faults.map(
      ({ type, component, drain }) =>
        `After the ${type} of ${component} the backlog ${drain === null ? "didn’t drain" : `was gone in ${time(drain)}`}.`,
    ),
    `Cost: ${figure(cost.perMonth)} ${cost.currency} a month in ${cost.lines.length} lines (--json shows them).`,
    ...limits,
    ...growth.flatMap(({ factor, latency, limits: [first] }) => [
      `At ${factor} times the rate: mean ${time(latency.mean)}, p99 ${time(latency.p99)}. ${first ?? ""}`,
    ]),
  ]
}
