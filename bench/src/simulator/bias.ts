import { CASES, type Case, type Figure } from "../../../simulator/src/theory/cases.ts"

/** A mean that is judged on so many customers. */
export interface BiasCase {
  name: string
  design: Record<string, unknown>
  figure: Figure
  customers: number
}

const CUSTOMERS = 2_000_000_000

/** Cases whose means are judged by night: what the recursions do in a minute or a few each. */
export const BIAS: BiasCase[] = [
  "M/M/1 at 0.8",
  "M/D/1 at 0.8",
  "M/M/8 at 0.9",
  "four stages in a row at 0.8",
].map((name) => {
  const { design, figures } = CASES.find((one) => one.name === name) as Case
  return { name, design, figure: figures[0] as Figure, customers: CUSTOMERS }
})
