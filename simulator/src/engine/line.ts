import { NONE, type Records } from "./records.ts"

/** Records in the order in which they came, linked through `next`. */
export class Line {
  first = NONE
  length = 0
  private last = NONE

  push(records: Records, row: number): void {
    records.next[row] = NONE
    if (this.last === NONE) this.first = row
    else records.next[this.last] = row
    this.last = row
    this.length += 1
  }

  /** The first record, taken out; NONE of an empty line. */
  shift(records: Records): number {
    const row = this.first
    if (row === NONE) return NONE
    this.first = records.next[row] as number
    if (this.first === NONE) this.last = NONE
    this.length -= 1
    return row
  }

  /** Calls back with every record, first to last. */
  each(records: Records, visit: (row: number) => void): void {
    for (let row = this.first; row !== NONE; row = records.next[row] as number) visit(row)
  }
}
