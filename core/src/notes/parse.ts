/** A sign the interviewer saw: the number of a good sign or of a warning sign of the question, counted from 1. */
export interface Tick {
  sign: "good" | "warning"
  number: number
}

/** How many good and warning signs a question has. */
export interface TickBounds {
  good: number
  warning: number
}

export interface NoteLine {
  tick: Tick | null
  /** What follows the tick, or the whole line when there is none. */
  text: string
  /** The line begins like a tick whose number the question doesn't have; it is kept as text. */
  outOfBounds: boolean
}

/**
 * Reads one line of a note. `+3` at its very start ticks good sign 3, `-2` or `−2` warning sign 2; a space, a tab or the
 * end of the line must follow, so `+3x`, `-2.5 GB` and `+31 6…` stay text. A space before it keeps any line text.
 */
export function parseNoteLine(line: string, bounds: TickBounds): NoteLine {
  const match = /^([+\-−])([1-9]\d?)(?:[ \t\u00a0]+|$)/u.exec(line)
  if (!match) return { tick: null, text: line, outOfBounds: false }
  const sign = match[1] === "+" ? "good" : "warning"
  const number = Number(match[2])
  if (number > bounds[sign]) return { tick: null, text: line, outOfBounds: true }
  return { tick: { sign, number }, text: line.slice(match[0].length), outOfBounds: false }
}

/** Reads a note of several lines; every line may tick. Lines end with LF, CRLF or CR. */
export function parseNote(text: string, bounds: TickBounds): NoteLine[] {
  return text.split(/\r\n|\n|\r/u).map((line) => parseNoteLine(line, bounds))
}

/** The tick as it is typed, with a true minus. */
export function tickText({ sign, number }: Tick): string {
  return `${sign === "good" ? "+" : "−"}${number}`
}
