import type { Answer } from "@backfill/simulator"
import { CASES, type Case, type Figure } from "../../../simulator/src/theory/cases.ts"

/** A mean that is judged over so many runs, and the load of its stations. */
export interface BiasCase {
  name: string
  design: Record<string, unknown>
  figure: Figure
  /** Mean utilisation of all stations: what a wait mostly goes along with, and known to theory itself. */
  utilisation: Figure
  runs: number
}

/** What each run counts; run k of a case has the seed `bias/<case>/<k>`, from 1 on. */
export const BIAS_RUN = { customers: 100_000_000, warmup: 100_000 }

/**
 * Cases whose means are judged by night: what the recursions do in minutes each. At least 2·10⁹ customers each; more where
 * waits vary more, so that the judgement can tell 0.1 %.
 */
export const BIAS: BiasCase[] = (
  [
    ["M/M/1 at 0.8", 0.8, 40],
    ["M/D/1 at 0.8", 0.8, 20],
    ["M/M/8 at 0.9", 0.9, 120],
    ["four stages in a row at 0.8", 0.8, 20],
  ] as const
).map(([name, load, runs]) => {
  const { design, figures } = CASES.find((one) => one.name === name) as Case
  return { name, design, figure: figures[0] as Figure, utilisation: utilisation(design, load), runs }
})

function utilisation(design: Record<string, unknown>, load: number): Figure {
  const parts = design["components"] as { id: string; type: string }[]
  const stations = parts.filter(({ type }) => type === "station").map(({ id }) => id)
  const of = ({ components }: Answer, id: string) => components[id]?.utilisation ?? Number.NaN
  return {
    what: "utilisation",
    expected: load,
    read: (answer) => stations.reduce((sum, id) => sum + of(answer, id), 0) / stations.length,
  }
}
