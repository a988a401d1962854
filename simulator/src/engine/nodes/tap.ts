import type { Stream } from "../../draws/stream.ts"
import type { Engine } from "../engine.ts"
import { Line } from "../line.ts"
import { Node } from "../node.ts"
import { NONE } from "../records.ts"

/** In front of a component, where faults and checks take records out, double them or hold them up. Shares are of WHOLE. */
export class Tap extends Node {
  /** Share of records that vanish, are refused as bad, or come twice. */
  private losing = 0
  private refusing = 0
  private doubling = 0
  private refuseOne = false
  /** Records that vanished, and copies made. */
  vanished = 0
  doubled = 0
  private readonly dice: Stream
  private readonly line = new Line()
  private closed = false

  constructor(engine: Engine, id: string, dice: Stream) {
    super(engine, id, 0, "service")
    this.dice = dice
  }

  override arrive(row: number): void {
    if (this.closed) {
      this.tally.enter()
      this.engine.records.came[row] = this.time[0] as number
      this.line.push(this.engine.records, row)
      return
    }
    this.tally.came += 1
    this.tally.left += 1
    this.pass(row)
  }

  private pass(row: number): void {
    const { engine, dice } = this
    if (this.losing > 0 && dice.next() < this.losing) {
      this.vanished += 1
      this.tally.lost += 1
      engine.drop(row)
      return
    }
    if (this.refuseOne || (this.refusing > 0 && dice.next() < this.refusing)) {
      this.refuseOne = false
      this.tally.failed += 1
      engine.fail(row)
      return
    }
    if (this.doubling > 0 && dice.next() < this.doubling) {
      const twin = engine.copy(row)
      engine.records.duplicate[twin] = 1
      this.doubled += 1
      this.out?.arrive(row)
      this.out?.arrive(twin)
      return
    }
    this.out?.arrive(row)
  }

  /** Changes the shares that are given. */
  set({ losing, refusing, doubling }: { losing?: number; refusing?: number; doubling?: number }): void {
    this.losing = losing ?? this.losing
    this.refusing = refusing ?? this.refusing
    this.doubling = doubling ?? this.doubling
  }

  /** The next record is a bad one. */
  refuseNext(): void {
    this.refuseOne = true
  }

  /** Nothing gets through; what comes waits here. */
  close(): void {
    this.closed = true
  }

  /** Everything that waits goes on at once. */
  open(): void {
    this.closed = false
    for (
      let row = this.line.shift(this.engine.records);
      row !== NONE;
      row = this.line.shift(this.engine.records)
    ) {
      this.tally.leave(this.engine.records.came, row)
      this.pass(row)
      if (this.engine.ended !== null) return
    }
  }

  override eachHeld(visit: (row: number) => void): void {
    this.line.each(this.engine.records, visit)
  }
}
