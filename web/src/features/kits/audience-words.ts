import type { Audience } from "@backfill/core"

/** Who may meet an item of a kit. */
export const audienceWords: Record<Audience, string> = {
  panel: "for panels only",
  practice: "for practice only",
  both: "for panels and practice",
}
