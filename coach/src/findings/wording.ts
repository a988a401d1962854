import type { FindingId } from "./ids.ts"

/** What is said about a finding: why it matters to a listener in one sentence, and the question that would mend it. */
export const WORDING: Record<FindingId, { message: string; question: string }> = {
  "long-situation": {
    message:
      "Your own part seems to begin late: the background takes more than three tenths, and listeners wait for you.",
    question: "Which one sentence of background does somebody need before what you were asked, or did?",
  },
  "no-constraint": {
    message:
      "I can’t find what was asked of you or what made it hard, so what you did has nothing to be measured against.",
    question: "What did they need from you, by when, and what stood in the way?",
  },
  "technical-result-only": {
    message: "The result I can find stays inside the system; the panel also wants to know whom it helped.",
    question:
      "Who noticed the difference, and what did it save or make possible: money, hours, trust, a deadline kept?",
  },
  "no-result": {
    message: "The story stops at what was done; I can’t find how it ended.",
    question: "What was different a month later, and how did you know?",
  },
  unquantified: {
    message:
      "I can find neither a number in the outcome nor a change in how the team works, so its size has to be guessed.",
    question: "What could you count before and after: minutes, money, complaints, pages at night?",
  },
  "no-hardening": {
    message: "It was mended, but I can’t find what keeps it from happening again.",
    question: "Which test, alert, agreement or runbook exists today because of this?",
  },
  "blames-others": {
    message:
      "This sounds as if somebody else is to blame, and a panel remembers that longer than what you did about it.",
    question: "If they were in the room, how would you put it, and what did you change on your own side?",
  },
  "vague-we": {
    message: "Much of the work is told as “we”, and I can’t make out your own part.",
    question: "Which of these steps were yours: what did you decide, write, or say yourself?",
  },
  "tool-heavy": {
    message: "Much of this names or explains tools; a panel listens for the decisions behind them.",
    question:
      "Which one tool shaped the story, and what did you decide that another engineer might have decided differently?",
  },
  "no-stakeholders": {
    message: "Something failed, and I can’t find that anybody who depended on it was told or thought of.",
    question: "Who was waiting for this data, and what did you tell them, and when?",
  },
  "one-sided-tradeoff": {
    message: "One way is chosen, and I can’t find what each would have cost, in numbers.",
    question: "What would each option have cost, in money or days, and what made the difference?",
  },
  "too-long": {
    message: "From here on it runs over what can be told in about two and a half minutes.",
    question: "Somebody retells this tomorrow: which sentences would they leave out?",
  },
  "too-short": {
    message: "This takes a minute at most, so there is room for more of what only you can tell.",
    question: "Which moment deserves more: what you weighed, whom you talked to, or what it changed?",
  },
}
