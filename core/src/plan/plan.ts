import { z } from "zod"
import { Level } from "../kit/schema.ts"

/**
 * The interview plan of an opening: what is asked, in which order, by whom, and how much each competency counts.
 * It is stored and versioned by the server; a kit fills the first version (`planFromKit`).
 */

const PlanId = z.string().min(1).max(64)
const PlanLine = z.string().trim().min(1).max(400)

/** One thing asked or done in a round. `minutes` is its planned share of the slot. */
export const PlanItem = z.strictObject({
  kind: z.enum(["question", "exercise"]),
  id: PlanId,
  title: PlanLine,
  competencies: z.array(PlanId).min(1).max(12),
  minutes: z.number().int().min(1).max(480),
})
export type PlanItem = z.infer<typeof PlanItem>

/** One meeting. `minutes` is the whole slot, `opening` and `closing` its first and last minutes, all in minutes. */
export const PlanRound = z.strictObject({
  id: PlanId,
  title: PlanLine,
  summary: PlanLine,
  minutes: z.number().int().min(1).max(480),
  opening: z.number().int().min(0).max(60),
  closing: z.number().int().min(0).max(60),
  runBy: PlanLine,
  interviewers: z.array(z.string().min(1).max(64)).max(20).describe("Account ids, each at most once."),
  items: z.array(PlanItem).max(40),
})
export type PlanRound = z.infer<typeof PlanRound>

/** One column of the board, with a gate and a decision of its own. */
export const PlanStage = z.strictObject({
  id: PlanId,
  title: PlanLine,
  kind: z.enum(["application", "screen", "interviews", "offer"]),
  summary: PlanLine,
  judgedOn: z.array(PlanLine).max(6),
  rounds: z.array(PlanRound).max(30),
})
export type PlanStage = z.infer<typeof PlanStage>

export const Plan = z.strictObject({
  level: Level,
  stages: z.array(PlanStage).min(1).max(12),
  weights: z
    .record(PlanId, z.number().min(0).max(100))
    .describe("Competency id to its share of the composite in per cent; all add up to 100."),
})
export type Plan = z.infer<typeof Plan>
