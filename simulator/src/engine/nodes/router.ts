import type { Stream } from "../../draws/stream.ts"
import type { Engine } from "../engine.ts"
import { Node } from "../node.ts"

/** Shares and keys are whole numbers below this. */
export const WHOLE = 4_294_967_296

/** How one way of several is chosen: by chance with these upper limits of shares, by key, or each in its turn. */
export type Choice = { by: "share"; upTo: readonly number[]; dice: Stream } | { by: "key" } | { by: "turn" }

/** Sends each record one of several ways. */
export class Router extends Node {
  readonly outs: Node[]
  /** A fault: this share (of WHOLE) of records goes the first way, whatever their key. */
  hot: { share: number; dice: Stream } | null = null
  private readonly choice: Choice
  private turn = 0

  constructor(engine: Engine, id: string, choice: Choice, outs: Node[]) {
    super(engine, id, 0, "service")
    this.choice = choice
    this.outs = outs
  }

  override arrive(row: number): void {
    this.tally.came += 1
    this.tally.left += 1
    this.outs[this.way(row)]?.arrive(row)
  }

  private way(row: number): number {
    const { choice, outs } = this
    if (this.hot !== null && this.hot.dice.next() < this.hot.share) return 0
    if (choice.by === "key")
      return Math.floor(((this.engine.records.key[row] as number) / WHOLE) * outs.length)
    if (choice.by === "turn") {
      this.turn = (this.turn + 1) % outs.length
      return this.turn
    }
    const thrown = choice.dice.next()
    let way = 0
    while (way < outs.length - 1 && thrown >= (choice.upTo[way] as number)) way += 1
    return way
  }
}
