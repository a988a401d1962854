import type { Tell } from "@backfill/contract"

/** The tells in words: what one hears, and the key that ticks it. None of the keys means anything else in the console. */
export const tellWords: Record<Tell, { words: string; key: string }> = {
  "on-call-waved-away": { words: "An on-call moment is waved away", key: "w" },
  "cut-over-untested": { words: "The cut-over was tested by nobody", key: "u" },
  "saving-does-not-add-up": { words: "The saving doesn’t add up", key: "x" },
}
