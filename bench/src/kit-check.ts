// Measures `kit check`: the shipped kit beside a plain parse of the same files, a kit of 1,000 questions beside one of 100,
// and hostile kits of nearly 10 MiB beside a harmless one. `node bench/src/kit-check.ts`
import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { type KitFile, readKit } from "@backfill/core"
import { parse } from "yaml"
import { hostileKits } from "./hostile-kits.ts"
import { kitOf } from "./kit-of.ts"

const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 7)
const kits = fileURLToPath(new URL("../../kits/", import.meta.url))

function shipped(id: string): KitFile[] {
  return readdirSync(`${kits}${id}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = `${entry.parentPath}/${entry.name}`
      return {
        path: path.slice(`${kits}${id}/`.length),
        bytes: new Uint8Array(readFileSync(path)),
        kind: "file",
      }
    })
}

/** The processor time of some runs, in milliseconds each. */
function timeOf(work: () => unknown, runs: number): number {
  const before = process.cpuUsage()
  for (let run = 0; run < runs; run++) work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / runs
}

interface Work {
  what: string
  work(): unknown
  /** How often it runs in a turn, so that both take about as long and meet as much of what else the machine does. */
  runs: number
}

const middle = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** Two works by turns: the middle of how many times as long the second takes, and of their times. */
function compare(first: Work, second: Work, turns = ROUNDS): void {
  timeOf(first.work, 1)
  const pairs = Array.from({ length: turns }, () => [
    timeOf(first.work, first.runs),
    timeOf(second.work, second.runs),
  ])
  const times = [0, 1].map((which) => middle(pairs.map((pair) => pair[which] ?? 0)).toFixed(0))
  const ratio = middle(pairs.map(([one = 1, other = 0]) => other / one))
  process.stdout.write(
    `${first.what} | ${times[0]} | ${second.what} | ${times[1]} | ${ratio.toFixed(ratio < 20 ? 1 : 0)}\n`,
  )
}

function plainParse(files: readonly KitFile[]): void {
  const decoder = new TextDecoder()
  for (const { path, bytes } of files) if (path.endsWith(".yaml")) parse(decoder.decode(bytes))
}

const parsing = (what: string, files: readonly KitFile[], runs: number): Work => ({
  what: `${what}, plain parse`,
  work: () => plainParse(files),
  runs,
})
const checking = (what: string, files: readonly KitFile[], runs: number): Work => ({
  what: `${what}, kit check`,
  work: () => readKit(files),
  runs,
})

const real = shipped("data-engineer")
const fixture = shipped("fixture")
const hundred = kitOf(fixture, 100)
const thousand = kitOf(fixture, 1000)
const bytesOf = (files: readonly KitFile[]) => files.reduce((sum, { bytes }) => sum + bytes.length, 0)
/** How much more there is to read: time that grows no faster than the text stays below it. */
const asMuchText = `1,000 questions (${(bytesOf(thousand) / bytesOf(hundred)).toFixed(1)} times the text)`
process.stdout.write("what | ms | and what | ms | times as long\n--- | --: | --- | --: | --:\n")
compare(parsing("shipped kit", real, 4), checking("shipped kit", real, 1))
compare(parsing("100 questions", hundred, 4), checking("100 questions", hundred, 1))
compare(checking("100 questions", hundred, 10), checking(asMuchText, thousand, 1))
for (const { what, files } of hostileKits(fixture))
  compare(checking("1,000 questions", thousand, 1), checking(what, files, 1), Math.min(3, ROUNDS))
