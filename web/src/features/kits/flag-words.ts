import type { FlagReason } from "@backfill/contract"

/** A flag's reason as a word, and what choosing it means. */
export const flagWords: Record<FlagReason, { name: string; means: string }> = {
  unclear: { name: "Unclear", means: "People ask what is meant, or answer something else." },
  leaked: { name: "Leaked", means: "It is known outside, or answers come prepared word for word." },
  unanswerable: { name: "Nobody can answer", means: "Good people have nothing to say to it." },
}
