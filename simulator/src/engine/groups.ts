import { NONE, type Records } from "./records.ts"

/** The parts of one forked record. */
interface Group {
  expected: number
  arrived: number
  /** The part that will go on as the whole. */
  kept: number
  /** The group that the forked record itself belonged to. */
  outer: number
  join: Meeting | null
}

/** The books that a merger is entered in. */
interface Books {
  readonly records: Records
  merge(row: number): void
}

/** Where parts meet: told of the whole, and of each part that became part of it. */
interface Meeting {
  met(row: number): void
  merged(row: number): void
}

/** The parts of forked records, until they meet again at a join. */
export class Groups {
  private readonly engine: Books
  private readonly groups: Group[] = []
  private readonly free: number[] = []

  constructor(engine: Books) {
    this.engine = engine
  }

  /** A new group of so many parts, inside the group that the forked record belongs to. */
  open(size: number, outer: number): number {
    const at = this.free.pop() ?? this.groups.length
    this.groups[at] = { expected: size, arrived: 0, kept: NONE, outer, join: null }
    return at
  }

  /** A part has come to a join. The first is kept there for the whole, the others merge into it. */
  meet(row: number, join: Meeting): void {
    const at = this.engine.records.group[row] as number
    const group = this.groups[at]
    if (group === undefined || at < 0) {
      join.met(row)
      return
    }
    group.arrived += 1
    group.join = join
    if (group.kept === NONE) group.kept = row
    else {
      join.merged(row)
      this.engine.merge(row)
    }
    this.tryClose(at, group)
  }

  /** A part was lost on the way, or ended elsewhere: the others don't wait for it. */
  lose(at: number): void {
    const group = this.groups[at]
    if (group === undefined) return
    group.expected -= 1
    this.tryClose(at, group)
  }

  private tryClose(at: number, { arrived, expected, kept, outer, join }: Group): void {
    if (arrived !== expected) return
    this.free.push(at)
    if (kept !== NONE && join !== null) {
      this.engine.records.group[kept] = outer
      join.met(kept)
    } else if (outer >= 0) this.lose(outer)
  }
}
