import type { api } from "@backfill/contract"
import { forAudience } from "@backfill/core"
import type { Handlers } from "../../platform/http/call.ts"
import { presentKitSummary } from "./kits.present.ts"
import { usableKit } from "./usable-kit.ts"

export const handlers: Handlers<typeof api.kits> = {
  list: async (call) => ({ items: call.app.kits.list().map(presentKitSummary) }),
  read: async (call) => forAudience(usableKit(call.app, call.params.kitId).kit, "panel"),
}
