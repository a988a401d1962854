import type { Tell } from "@backfill/contract"

/** The tells in words: what one hears, and the key that ticks it. None of the keys means anything else in the console. */
export const tellWords: Record<Tell, { words: string; key: string }> = {
  "on-call-waved-away": { words: "On-call moment waved away", key: "w" },
  "cut-over-untested": { words: "Nobody tested the cut-over", key: "u" },
  "saving-does-not-add-up": { words: "Saving doesn’t add up", key: "x" },
}
