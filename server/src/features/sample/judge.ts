import { randomUUID } from "node:crypto"
import {
  type CardEvidence,
  type ConsoleEvent,
  type Gate,
  type NoteEntry,
  type Rating,
  RECOMMENDATIONS,
} from "@backfill/contract"
import type { Generator } from "@backfill/core"
import type { z } from "zod"
import { atTime } from "../../platform/clock.ts"
import { NOTES, WHY } from "./lines.ts"
import type { Member } from "./panel.ts"

type Interview = Gate["interviews"][number]
type Evidence = z.infer<typeof CardEvidence>

const band = (score: number): keyof typeof NOTES => (score >= 4 ? "strong" : score >= 3 ? "middling" : "weak")
const scoreAround = (strength: number, random: Generator): number =>
  Math.min(5, Math.max(1, Math.round(strength + random.normal() * 0.8)))
const recommend = (mean: number): (typeof RECOMMENDATIONS)[number] =>
  mean >= 4.3 ? "strong_yes" : mean >= 3.3 ? "yes" : mean >= 2 ? "no" : "definitely_no"

function verdict(ratings: Rating[], random: Generator) {
  const scores = ratings.flatMap((r) => r.score ?? [])
  const recommendation = recommend(scores.reduce((a, b) => a + b, 0) / scores.length)
  return { recommendation, reason: random.pick(WHY[recommendation] ?? []) }
}

/** Holds an interview as its rater would: notes and ticks while it goes on, and the card afterwards. */
export async function holdInterview(
  rater: Member,
  interview: Interview,
  strength: number,
  random: Generator,
  start: Date,
  options: { card: boolean },
): Promise<void> {
  const params = { interviewId: interview.id }
  const seat = await atTime(start, () => rater.client.interviews.console({ params }))
  const device = "sample"
  let seq = 0
  let seconds = seat.opening * 60
  const notes: NoteEntry[] = []
  const events: z.infer<typeof ConsoleEvent>[] = [
    { id: randomUUID(), kind: "start", itemId: null, index: null, atSeconds: 0, device, seq: seq++ },
  ]
  const ratings: Rating[] = []
  for (const item of seat.items) {
    const score = scoreAround(strength, random)
    events.push({
      id: randomUUID(),
      kind: "enter",
      itemId: item.id,
      index: null,
      atSeconds: seconds,
      device,
      seq: seq++,
    })
    const evidence: Evidence[] = []
    const lines = random.shuffle(NOTES[band(score)]).slice(0, random.integer(2, 3))
    for (const [i, line] of lines.entries()) {
      seconds += random.integer(50, 110)
      const good = score >= 3
      const sign = random.integer(1, Math.min(5, good ? item.positive.length : item.negative.length))
      const text = i === 0 ? `${good ? "+" : "-"}${sign} ${line}` : line
      const id = randomUUID()
      notes.push({
        id,
        itemId: item.id,
        atSeconds: seconds,
        text,
        editedAt: new Date(start.getTime() + seconds * 1000).toISOString(),
        deleted: false,
        device,
        seq: seq++,
      })
      if (i < 2) evidence.push({ kind: "note", ref: id, quote: text })
    }
    seconds += 60
    ratings.push({ itemId: item.id, score, evidence, comment: "" })
  }
  events.push({
    id: randomUUID(),
    kind: "end",
    itemId: null,
    index: null,
    atSeconds: seconds,
    device,
    seq: seq++,
  })
  const end = new Date(start.getTime() + seconds * 1000)
  await atTime(end, () => rater.client.interviews.sync({ params, body: { notes, events } }))
  if (!options.card) return
  const later = new Date(end.getTime() + random.integer(10, 90) * 60_000)
  await atTime(later, () =>
    rater.client.interviews.submitScorecard({
      params,
      body: { ratings, ...verdict(ratings, random), version: 0 },
    }),
  )
}

/** Reads a redacted résumé and rates each criterion with a line of it. */
export async function readResume(
  rater: Member,
  interview: Interview,
  strength: number,
  random: Generator,
  at: Date,
): Promise<void> {
  const params = { interviewId: interview.id }
  await atTime(at, async () => {
    const page = await rater.client.screening.read({ params })
    const lines = [...page.text.matchAll(/^- .+$/gm)].map((m) => ({
      start: m.index + 2,
      end: m.index + m[0].length,
      quote: m[0].slice(2),
    }))
    const ratings = page.criteria.map((criterion): Rating => {
      const line = random.pick(lines)
      return {
        itemId: criterion.id,
        score: scoreAround(strength, random),
        evidence: [{ kind: "resume", ref: `text=${line.start}-${line.end}`, quote: line.quote }],
        comment: "",
      }
    })
    await rater.client.interviews.submitScorecard({
      params,
      body: { ratings, ...verdict(ratings, random), version: 0 },
    })
  })
}
