import type { Choice } from "./decision-draft.ts"

type Words = {
  /** On a control. */
  act: string
  done: string
  /** The question before it is recorded. */
  asks: (candidate: string) => string
  follows: string
}

/** What a choice is called, and what follows from it. */
export const decisionWords: Record<Choice, Words> = {
  advance: {
    act: "Advance",
    done: "Advanced",
    asks: (candidate) => `Advance ${candidate}?`,
    follows: "The next stage opens, and their page says so.",
  },
  stop: {
    act: "Stop",
    done: "Stopped",
    asks: (candidate) => `Stop with ${candidate}?`,
    follows: "The application ends here, and their page says so.",
  },
  hold: {
    act: "Hold",
    done: "On hold",
    asks: (candidate) => `Put ${candidate} on hold?`,
    follows: "The application waits in this stage until it is decided again.",
  },
  offer: {
    act: "Offer",
    done: "Offered",
    asks: (candidate) => `Make ${candidate} an offer?`,
    follows: "The application ends with an offer.",
  },
  "no-offer": {
    act: "No offer",
    done: "No offer",
    asks: (candidate) => `Make ${candidate} no offer?`,
    follows: "The application ends without an offer, and their page says so.",
  },
}

export const isChoice = (word: string): word is Choice => Object.hasOwn(decisionWords, word)
