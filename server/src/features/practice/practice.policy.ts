import { forAudience, type Kit, type Question } from "@backfill/core"
import type { Kits } from "../../platform/app.ts"

/** One question a person may practise on, with the kit it comes from. Panel-only questions never become one. */
export interface PracticeItem {
  kit: Kit
  question: Question
}

/** Every kit as practice may see it: without what is for panels only. Kits with errors are left out. */
export const practiceKits = (kits: Kits): Kit[] =>
  kits.list().flatMap(({ kit }) => (kit ? [forAudience(kit, "practice")] : []))

/** Questions for practice, kit by kit in the kit's own order. */
export const practiceItems = (kits: Kits): PracticeItem[] =>
  practiceKits(kits).flatMap((kit) => kit.questions.map((question) => ({ kit, question })))

/** The question with these ids if it may be practised, else undefined. */
export const practiceItem = (kits: Kits, kitId: string, itemId: string): PracticeItem | undefined =>
  practiceItems(kits).find((item) => item.kit.id === kitId && item.question.id === itemId)
