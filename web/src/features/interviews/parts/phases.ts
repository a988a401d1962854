import type { ConsolePart } from "@backfill/contract"

type Design = Extract<ConsolePart, { kind: "design" }>["design"]

/** One part of a design's timed frame. Seconds count from when the exercise began. */
export type Phase = {
  title: string
  strong: string
  weak: string
  from: number
  to: number
}

const titles: Record<Design["rubric"][number]["part"], string> = {
  clarify: "Clarify",
  estimate: "Estimate",
  "high-level": "Overall design",
  "deep-dive": "Depth",
  "wrap-up": "Wrap-up",
}

/** The timed frame, laid over the `minutes` that the design has in this round: stretched or shortened alike. */
export function phasesOf({ rubric }: Design, minutes: number): Phase[] {
  const stretch = (minutes * 60) / rubric.reduce((sum, phase) => sum + phase.minutes, 0)
  let from = 0
  return rubric.map(({ part, minutes: own, strong, weak }) => {
    const phase = { title: titles[part], strong, weak, from, to: from + own * stretch }
    from = phase.to
    return phase
  })
}

/** Which phase a second falls in, from 0; the number of phases once all are over. */
export function phaseAt(phases: ReadonlyArray<Phase>, second: number): number {
  const at = phases.findIndex(({ to }) => second < to)
  return at < 0 ? phases.length : at
}
