// How long the coach takes for a story of 400 words, as a share of a loop that does the same kind of work: short strings
// put together and counted in a map. The loop was sized to take about 16 ms, a frame, on the machine it was written on, so a
// share under 1 means under a frame on one like it, whatever runs this now. `node bench/src/coach.ts` runs it alone.
import { readStory } from "@backfill/coach"

const SENTENCES = [
  "Last spring the nightly load of our booking tables began to arrive after the branches had opened.",
  "The head of retail asked me to have it there by seven, without buying a bigger warehouse.",
  "First I read three weeks of logs and wrote down where the minutes went, 95 of them in one join.",
  "I told the branch managers what to expect, and agreed with finance that the old load would run beside the new one.",
  "Then I split the table by day, moved the join behind the filter, and compared both results for ten nights.",
  "It went from 95 minutes to 12, and nobody has rung me before breakfast since.",
  "A check on freshness now pages whoever is on call before the branches notice.",
]
const LOOP = 150_000

/** A story of 400 words, another one each time, so that nothing is kept from the last. */
const story = (n: number): string =>
  `${n}. ${Array.from({ length: 23 }, (_, i) => SENTENCES[(i + n) % SENTENCES.length]).join(" ")}`
    .split(" ")
    .slice(0, 400)
    .join(" ")

function calibration(): number {
  const counts = new Map<string, number>()
  for (let i = 0; i < LOOP; i++) {
    const key = `c ${SENTENCES[i % 7]?.charAt(i % 60)} ${i % 1_000}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts.size
}

const milliseconds = (work: () => unknown): number => {
  const began = performance.now()
  work()
  return performance.now() - began
}
const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0

export interface CoachFigures {
  /** Milliseconds for 400 words: the middle, and the slow end. */
  p50: number
  p95: number
  loop: number
  /** Slow end by slow end: what else the machine does meets both alike. */
  ofLoop: number
}

/** Measures both by turns, after warming up. */
export function measureCoach(turns = 200): CoachFigures {
  for (let n = 0; n < 30; n++)
    milliseconds(() => [readStory(story(n), { theme: "missed-sla" }), calibration()])
  const reads: number[] = []
  const loops: number[] = []
  for (let n = 0; n < turns; n++) {
    const text = story(n)
    reads.push(milliseconds(() => readStory(text, { theme: "missed-sla" })))
    loops.push(milliseconds(calibration))
  }
  return {
    p50: at(reads, 0.5),
    p95: at(reads, 0.95),
    loop: at(loops, 0.5),
    ofLoop: at(reads, 0.95) / at(loops, 0.95),
  }
}

export const lineOf = ({ p50, p95, loop, ofLoop }: CoachFigures): string =>
  `Coach, 400 words: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ${ofLoop.toFixed(2)} of the calibration loop (${loop.toFixed(1)} ms). Aim: under 1.`

if (import.meta.main) {
  const figures = measureCoach()
  process.stdout.write(`${lineOf(figures)}\n`)
  process.exitCode = figures.ofLoop < 1 ? 0 : 1
}
