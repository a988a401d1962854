// Measures `kit check`: the shipped kit beside a plain parse of the same files, and a kit of 1,000 questions beside one of
// 100. `node bench/src/kit-check.ts`
import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { type KitFile, readKit } from "@backfill/core"
import { parse } from "yaml"
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

/** The least processor time of several runs, in milliseconds: the others had company on the machine. */
function best(work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

function plainParse(files: readonly KitFile[]): void {
  const decoder = new TextDecoder()
  for (const { path, bytes } of files) if (path.endsWith(".yaml")) parse(decoder.decode(bytes))
}

const real = shipped("data-engineer")
const fixture = shipped("fixture")
const hundred = kitOf(fixture, 100)
const thousand = kitOf(fixture, 1000)
const lines = [
  ["shipped kit, plain parse of its YAML", best(() => plainParse(real))],
  ["shipped kit, kit check", best(() => readKit(real))],
  ["100 questions, plain parse", best(() => plainParse(hundred))],
  ["100 questions, kit check", best(() => readKit(hundred))],
  ["1,000 questions, plain parse", best(() => plainParse(thousand))],
  ["1,000 questions, kit check", best(() => readKit(thousand))],
] as const
const [parsed, checked, , small, , large] = lines.map(([, ms]) => ms)
process.stdout.write("what | ms\n--- | ---\n")
for (const [what, ms] of lines) process.stdout.write(`${what} | ${ms.toFixed(0)}\n`)
process.stdout.write(
  `\nA plain parse is ${(((parsed ?? 0) / (checked ?? 1)) * 100).toFixed(0)} % of a check; 1,000 questions take ${((large ?? 0) / (small ?? 1)).toFixed(1)} times as long as 100.\n`,
)
