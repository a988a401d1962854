import type { Tx } from "../../platform/app.ts"
import { pinnedKit } from "../kits/pinned-kit.ts"
import { type InterviewRow, roundOf, selectPlan } from "./interviews.store.ts"
import { itemsOfRound, itemsOfScreen, type RoundItem } from "./round-items.ts"

interface Judged {
  interview: Pick<InterviewRow, "kind" | "stageIndex" | "roundId">
  application: { openingId: string; planVersion: number }
  opening: { kitDigest: string; level: "junior" | "mid" | "senior" | "principal" }
}

/** What an interview or résumé screen judges, by the plan the application goes by and the kit its opening pinned. */
export async function itemsOf(tx: Tx, { interview, application, opening }: Judged): Promise<RoundItem[]> {
  const kit = await pinnedKit(tx, opening.kitDigest)
  if (interview.kind === "screen") return itemsOfScreen(kit, opening.level)
  const { plan } = await selectPlan(tx, application)
  return itemsOfRound(roundOf(plan, interview)?.items ?? [], kit, opening.level)
}
