import type { ConsolePart } from "@backfill/contract"

/** What the interviewer brings in at its moment: a tension of a simulation, an event of a drill's night. */
export type Cue = {
  /** From 1, in the kit's order: what an event names it by. */
  index: number
  /** When, as the kit says it. */
  moment: string
  text: string
  /** The same in seconds of the clock that counts here; undefined for a moment that only the talk can bring. */
  at: number | undefined
}

/** Minutes that a moment names, like "After about 10 minutes"; undefined where it names none. */
export function minuteIn(moment: string): number | undefined {
  const number = /(\d+)(?:st|nd|rd|th)?[\s-]*min/i.exec(moment) ?? /\bmin(?:ute)?\s+(\d+)/i.exec(moment)
  return number ? Number(number[1]) : undefined
}

/**
 * The cues of an exercise. A tension's moment is stretched as its item is: `minutes` is the item's length in this round.
 * A drill's events go by the story's own clock, which nothing stretches.
 */
export function cuesOf(part: ConsolePart | null, minutes: number): Cue[] {
  if (part?.kind === "simulation") {
    const stretch = minutes / part.simulation.forms.discovery.minutes
    return part.simulation.tensions.map(({ moment, text }, at) => {
      const minute = minuteIn(moment)
      return { index: at + 1, moment, text, at: minute === undefined ? undefined : minute * stretch * 60 }
    })
  }
  if (part?.kind === "drill")
    return part.drill.events.map(({ minute, text }, at) => ({
      index: at + 1,
      moment: `Minute ${minute} of the story`,
      text,
      at: minute * 60,
    }))
  return []
}

type Brought = ReadonlyMap<number, number> | undefined

/** Whether a cue's moment has come and it wasn't brought in yet. `second` is of the clock that counts here. */
export function isDue({ index, at }: Cue, cued: Brought, second: number): boolean {
  return at !== undefined && second >= at && !cued?.has(index)
}

/** The cue to show: the one longest due, else the next to come, else one that waits for its occasion. */
export function cueToShow(cues: ReadonlyArray<Cue>, cued: Brought): Cue | undefined {
  const left = cues.filter(({ index }) => !cued?.has(index))
  const timed = left.filter(({ at }) => at !== undefined)
  return timed.toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0))[0] ?? left[0]
}

/**
 * Where a drill's story stands, in minutes: every answer costs its own, and an event that was brought in moves it on to its
 * minute. Both count in the order they happened.
 */
export function storyMinute(
  drill: Extract<ConsolePart, { kind: "drill" }>["drill"],
  told: Brought,
  cued: Brought,
): number {
  const answers = [...(told ?? [])].map(([index, at]) => ({ at, cost: drill.answers[index - 1]?.minutes }))
  const events = [...(cued ?? [])].map(([index, at]) => ({ at, reached: drill.events[index - 1]?.minute }))
  return [...answers, ...events]
    .toSorted((one, other) => one.at - other.at)
    .reduce(
      (minute, one) => ("cost" in one ? minute + (one.cost ?? 0) : Math.max(minute, one.reached ?? 0)),
      0,
    )
}
