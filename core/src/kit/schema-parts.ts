import { z } from "zod"

export const LEVELS = ["junior", "mid", "senior", "principal"] as const
export const Level = z.enum(LEVELS).describe("How far along the person is expected to be.")
export type Level = z.infer<typeof Level>

/** panel: never reaches practice. practice: never asked by a panel. both: either. */
export const Audience = z
  .enum(["panel", "practice", "both"])
  .describe("Who may meet it: only panels, only people practising, or either.")
export type Audience = z.infer<typeof Audience>

export const Id = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "Use lower-case letters, digits and single hyphens, e.g. late-data")
  .describe("Lower-case words joined by hyphens; unique in the kit; never reused for something else.")

/** A text of one or more paragraphs; 20,000 characters are enough for a reference design. */
export const Text = z.string().trim().min(1).max(20_000)
/** A sentence or two, shown where there is little room. */
export const Line = z.string().trim().min(1).max(400)
/** A length of time in whole minutes, at most a working day. */
export const Minutes = z.number().int().min(1).max(480)
/** One text for each level. */
export const perLevel = z.strictObject({
  junior: Text.describe("For a junior."),
  mid: Text.describe("At mid level."),
  senior: Text.describe("For a senior."),
  principal: Text.describe("For a principal."),
})

/** Five written anchors, one for every score. 5 exceeds, 3 meets, 1 is below. */
export const Anchors = z
  .strictObject({
    1: Text.describe("Far below what the level asks."),
    2: Text.describe("Not yet what the level asks."),
    3: Text.describe("What the level asks."),
    4: Text.describe("More than the level asks."),
    5: Text.describe("Far more than the level asks."),
  })
  .describe("One written anchor for every score, relative to the level of the opening.")
export type Anchors = z.infer<typeof Anchors>

/** What a rater listens or looks for: each something that can be observed, five to nine on either side. */
export const Indicators = z
  .strictObject({
    positive: z.array(Line).min(5).max(9).describe("What can be observed in a good answer."),
    negative: z.array(Line).min(5).max(9).describe("What can be observed in a worrying one."),
  })
  .describe("Signs to listen for; they help to notice and are not added up.")
