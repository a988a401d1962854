import type { FlaggedItem, FlagPlace } from "@backfill/contract"
import { exerciseById, forAudience, type Kit, questionById } from "@backfill/core"
import { openingAccess } from "../../platform/access.ts"
import type { App, Tx } from "../../platform/app.ts"
import type { AccountCaller } from "../../platform/http/call.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import { interviewAccess } from "../interviews/interviews.policy.ts"
import { pinnedKit } from "./pinned-kit.ts"
import { usableKit } from "./usable-kit.ts"

/** The kit somebody has before them, and the opening they work on with it; null while they only read. */
export interface KitAtHand {
  kit: Kit
  openingId: string | null
}

/** The kit at a place, as its panel sees it. Throws not_found where the account has no business. */
export async function kitAtHand(
  app: App,
  tx: Tx,
  account: AccountCaller,
  place: FlagPlace,
): Promise<KitAtHand> {
  if (place.kind === "kit")
    return { kit: forAudience(usableKit(app, place.kitId).kit, "panel"), openingId: null }
  const { opening } =
    place.kind === "opening"
      ? await openingAccess(tx, account, place.openingId)
      : await interviewAccess(tx, account, place.interviewId)
  return { kit: forAudience(await pinnedKit(tx, opening.kitDigest), "panel"), openingId: opening.id }
}

/** Throws not_found unless the kit holds the item. */
export function requireItem(kit: Kit, { kind, id }: FlaggedItem): void {
  const held = kind === "question" ? questionById(kit, id) : exerciseById(kit, id)
  if (!held) throw new ProblemError("not_found")
}
