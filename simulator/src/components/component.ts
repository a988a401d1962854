import type { Fields, ReadFields } from "../design/compound.ts"
import type { CostLine } from "../cost/line.ts"
import type { Builder } from "./builder.ts"
import type { Part } from "./part.ts"
import type { Usage } from "./usage.ts"

/**
 * One kind of component, in one file of this shape. `docs/simulator.md` shows how to add one.
 */
export interface Component<F extends Fields = Fields> {
  /** What it is, in a sentence. */
  readonly about: string
  /** Its parameters: unit, range, default, and where the default comes from. */
  readonly parameters: F
  /** Whether records come from it, pass it, or may end in it. */
  readonly role: "source" | "step" | "end"
  /** With several links out: each record takes one of them, or every one gets a copy. */
  readonly links: "one" | "each"
  /** It works records off in a line, so that a way back to an earlier component may lead through it. */
  readonly queues: boolean
  /** What it does with a record: nodes of the engine, and what of them is reported. */
  build(parameters: ReadFields<F>, builder: Builder): Part
  /** What it costs a month; nothing when left out. */
  cost?(parameters: ReadFields<F>, usage: Usage): CostLine[]
}

/** Checks a component's shape where it is written, and gives its parameters their types. */
export const component = <F extends Fields>(definition: Component<F>): Component<F> => definition

/** A default or range that nobody has published. */
export const ASSUMED = { source: "assumption", date: "2026-11" } as const
