import { z } from "zod"
import { Level } from "@backfill/core"
import { Instant, Person, Uuid, Version, params, typed } from "./basics.ts"
import { endpoint, HIRING, MANAGING } from "./endpoint.ts"
import type { Kit } from "@backfill/core"

export const KitSummary = z.strictObject({
  id: z.string(),
  version: z.string(),
  title: z.string(),
  role: z.string(),
  digest: z.string(),
  questions: z.number().int(),
  exercises: z.number().int(),
  errors: z.number().int(),
  warnings: z.number().int(),
  problems: z.array(
    z.strictObject({
      file: z.string(),
      line: z.number(),
      column: z.number(),
      severity: z.enum(["error", "warning"]),
      code: z.string(),
      message: z.string(),
    }),
  ),
})
export type KitSummary = z.infer<typeof KitSummary>

/** One thing that differs between the kit an opening pinned and the kit as it is on disk now. */
export const KitChange = z.strictObject({
  kind: z.enum(["added", "removed", "changed"]),
  noun: z.string(),
  id: z.string(),
  title: z.string(),
  details: z.array(z.string()),
  measuresAnew: z.boolean().describe("Ratings of it before and after mean different things."),
})
export const PinnedChanges = z.strictObject({
  pinned: z.strictObject({ version: z.string(), digest: z.string(), at: Instant }),
  now: z
    .strictObject({ version: z.string(), digest: z.string() })
    .nullable()
    .describe("The kit on disk; null when it is gone or has errors."),
  same: z.boolean(),
  changes: z.array(KitChange),
  comparable: z.boolean(),
  composite: z.array(z.string()),
})
export type PinnedChanges = z.infer<typeof PinnedChanges>

export const FLAG_REASONS = ["unclear", "leaked", "unanswerable"] as const
export const FlagReason = z.enum(FLAG_REASONS)
export type FlagReason = z.infer<typeof FlagReason>
export const FlaggedItem = z.strictObject({
  kind: z.enum(["question", "exercise"]),
  id: z.string().min(1).max(64),
})
export type FlaggedItem = z.infer<typeof FlaggedItem>
/** A word from someone who asked it: what is wrong with a question or exercise. It names no candidate. */
export const Flag = z.strictObject({
  id: Uuid,
  kitId: z.string(),
  kitVersion: z.string(),
  kitDigest: z.string(),
  item: FlaggedItem,
  reason: FlagReason,
  note: z.string(),
  by: Person,
  mine: z.boolean(),
  at: Instant,
  during: z.enum(["opening", "reading"]).describe("In the work on an opening, or while reading the kit."),
  opening: z
    .strictObject({ id: Uuid, title: z.string() })
    .nullable()
    .describe("The opening, for those who work on it."),
  state: z.enum(["open", "resolved"]),
  resolution: z
    .strictObject({ by: z.string(), at: Instant, word: z.string() })
    .nullable()
    .describe("What was done about it."),
  version: Version,
})
export type Flag = z.infer<typeof Flag>
/** Where somebody stands who flags: before the kit on disk, an opening's pinned one, or in a round. */
export const FlagPlace = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("kit"), kitId: z.string().min(1).max(64) }),
  z.strictObject({ kind: z.literal("opening"), openingId: Uuid }),
  z.strictObject({ kind: z.literal("interview"), interviewId: Uuid }),
])
export type FlagPlace = z.infer<typeof FlagPlace>

export const kits = {
  list: endpoint({
    method: "GET",
    path: "/api/kits",
    summary: "Kits that this installation knows; for practice, those that can be used",
    callers: [...HIRING, "member"],
    response: z.strictObject({ items: z.array(KitSummary) }),
  }),
  read: endpoint({
    method: "GET",
    path: "/api/kits/:kitId",
    summary: "A whole kit: for panels, or as people practising may see it",
    callers: [...HIRING, "member"],
    params: z.strictObject({ kitId: z.string().max(64) }),
    response: z.custom<Kit>(),
  }),
  changes: endpoint({
    method: "GET",
    path: "/api/openings/:openingId/kit/changes",
    summary: "What has changed on disk since an opening pinned its kit, in words",
    callers: [...HIRING],
    params: params("openingId"),
    response: PinnedChanges,
  }),
  flags: endpoint({
    method: "GET",
    path: "/api/kits/:kitId/flags",
    summary: "Flags on a kit’s questions and exercises: all for its authors, else one’s own",
    callers: [...HIRING],
    params: z.strictObject({ kitId: z.string().max(64) }),
    response: z.strictObject({ items: z.array(Flag) }),
  }),
  flagsInRound: endpoint({
    method: "GET",
    path: "/api/interviews/:interviewId/flags",
    summary: "Your own open flags on what a round asks",
    callers: [...HIRING],
    params: params("interviewId"),
    response: z.strictObject({ items: z.array(Flag) }),
  }),
  flag: endpoint({
    method: "POST",
    path: "/api/flags",
    summary: "Say that a question or exercise is unclear, known outside, or beyond everybody",
    callers: [...HIRING],
    body: z.strictObject({
      place: FlagPlace,
      item: FlaggedItem,
      reason: FlagReason,
      note: typed(500).describe("A sentence for the kit’s authors. Names no candidate."),
    }),
    response: Flag,
  }),
  withdrawFlag: endpoint({
    method: "POST",
    path: "/api/flags/:flagId/withdrawal",
    summary: "Take back a flag of your own",
    callers: [...HIRING],
    params: params("flagId"),
    body: z.strictObject({ version: Version }),
    response: z.strictObject({ ok: z.literal(true) }),
  }),
  resolveFlag: endpoint({
    method: "POST",
    path: "/api/flags/:flagId/resolution",
    summary: "Close a flag with a word on what was done",
    callers: [...MANAGING],
    params: params("flagId"),
    body: z.strictObject({ word: typed(1000, 1), version: Version }),
    response: Flag,
  }),
}
export { Level }
