import type { Choice } from "./decision-draft.ts"

/** What a choice is called on a control, when done, and what follows from it. */
export const decisionWords: Record<Choice, { act: string; done: string; follows: string }> = {
  advance: { act: "Advance", done: "Advanced", follows: "The next stage opens, and their page says so." },
  stop: { act: "Stop", done: "Stopped", follows: "The application ends here, and their page says so." },
  hold: {
    act: "Hold",
    done: "On hold",
    follows: "The application waits in this stage until it is decided again.",
  },
  offer: { act: "Offer", done: "Offered", follows: "The application ends with an offer." },
  "no-offer": {
    act: "No offer",
    done: "No offer",
    follows: "The application ends without an offer, and their page says so.",
  },
}

export const isChoice = (word: string): word is Choice => Object.hasOwn(decisionWords, word)
