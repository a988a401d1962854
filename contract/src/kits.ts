import { z } from "zod"
import { Level } from "@backfill/core"
import { endpoint, HIRING } from "./endpoint.ts"
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
export const kits = {
  list: endpoint({
    method: "GET",
    path: "/api/kits",
    summary: "Kits that this installation knows",
    callers: [...HIRING],
    response: z.strictObject({ items: z.array(KitSummary) }),
  }),
  read: endpoint({
    method: "GET",
    path: "/api/kits/:kitId",
    summary: "A whole kit, for panels",
    callers: [...HIRING],
    params: z.strictObject({ kitId: z.string().max(64) }),
    response: z.custom<Kit>(),
  }),
}
export { Level }
