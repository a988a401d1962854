import type { Opening } from "@backfill/contract"

/** What the state of an opening means to the one who reads it. */
export const stateWords: Record<Opening["state"], { name: string; means: string }> = {
  draft: { name: "Draft", means: "Nobody outside can see it yet." },
  open: { name: "Open", means: "Anyone with the address can apply." },
  closed: { name: "Closed", means: "No new applications; those here go on." },
}
