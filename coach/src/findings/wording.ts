import type { FindingId } from "./ids.ts"

/** What is said about a finding: why it matters to a listener in one sentence, and the question that would mend it. */
export const WORDING: Record<FindingId, { message: string; question: string }> = {
  "long-situation": {
    message:
      "More than three tenths of this goes by before your own part begins, and listeners wait for you.",
    question: "Which one sentence of background does somebody need before what you were asked, or did?",
  },
  "no-constraint": {
    message:
      "I can’t find what was asked of you or what made it hard, so what you did has nothing to be measured against.",
    question: "What did they need from you, by when, and what stood in the way?",
  },
  "technical-result-only": {
    message: "The result stays inside the system; the panel also wants to know whom it helped.",
    question:
      "Who noticed the difference, and what did it save or make possible: money, hours, trust, a deadline kept?",
  },
  "no-result": {
    message: "The story stops at what was done; I can’t find how it ended.",
    question: "What was different a month later, and how did you know?",
  },
  unquantified: {
    message:
      "The outcome has neither a number nor a change in how the team works, so its size has to be guessed.",
    question: "What could you count before and after: minutes, money, complaints, pages at night?",
  },
  "no-hardening": {
    message: "It was mended, but I can’t find what keeps it from happening again.",
    question: "Which test, alert, agreement or runbook exists today because of this?",
  },
  "blames-others": {
    message:
      "This puts the failure on somebody else, and what you did so that it can’t hit you again isn’t told.",
    question: "Leaving aside whose fault it was: what did you change on your side of the line?",
  },
  "vague-we": {
    message: "The work is told as “we”, so your own part can’t be made out.",
    question: "Which of these steps were yours: what did you decide, write, or say yourself?",
  },
  "tool-heavy": {
    message: "Much of this explains tools; a panel listens for the decisions behind them.",
    question:
      "Which one tool shaped the story, and what did you decide that another engineer might have decided differently?",
  },
  "no-stakeholders": {
    message: "Something failed, and nobody who depended on it is told or thought of.",
    question: "Who was waiting for this data, and what did you tell them, and when?",
  },
  "one-sided-tradeoff": {
    message: "One way is chosen, and the numbers of the other one are missing.",
    question: "What would each option have cost, in money or days, and what made the difference?",
  },
  "too-long": {
    message: "From here on it runs over what can be told in about two and a half minutes.",
    question: "If you had to stop a minute earlier, which sentences would nobody miss?",
  },
  "too-short": {
    message: "This is told in under a minute, so a listener has to ask for most of it.",
    question: "What did you weigh, whom did you talk to, and what happened afterwards?",
  },
}
