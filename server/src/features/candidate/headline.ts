import type { CandidatePage } from "@backfill/contract"
import type { ExerciseStanding } from "./next.ts"

interface Standing {
  status: CandidatePage["status"]
  firstName: string
  next: CandidatePage["next"]
  /** How the exercise stands that comes next; null where it is none. */
  exercise: ExerciseStanding | null
  /** Whether work of theirs is being read or discussed just now. */
  deciding: boolean
  canAskHumanLook: boolean
}

/** The first words of the candidate's page and the sentence under them: where they are and what comes. */
export function headlineFor({ status, firstName, next, exercise, deciding, canAskHumanLook }: Standing): {
  headline: string
  explanation: string
} {
  switch (status) {
    case "disqualified":
      return {
        headline: `${firstName}, a rule of the form ended your application`,
        explanation: canAskHumanLook
          ? "The rule is written below. Should it not fit your case, ask for a person to look at it."
          : "A person has looked at it too, and the rule stands. Thank you for the time you gave it.",
      }
    case "human-look":
      return {
        headline: `${firstName}, somebody will look at your application`,
        explanation:
          "A person reads it and decides whether the rule fits your case. The answer will appear here.",
      }
    case "stopped":
      return {
        headline: `${firstName}, we won’t go on together this time`,
        explanation:
          "Thank you for everything you showed us. You may ask for the reasons, and your data stays yours to take or to erase.",
      }
    case "offer":
      return {
        headline: `${firstName}, we would like you to join us`,
        explanation: "Somebody from the team will talk the offer through with you.",
      }
    case "withdrawn":
      return {
        headline: `${firstName}, you have withdrawn`,
        explanation:
          "Nothing more happens with your application. You can still take a copy of it or have it erased.",
      }
    case "erased":
      return {
        headline: "Your data is erased",
        explanation: "Nothing is left here but the fact that it happened.",
      }
    case "in-progress":
      if (next && exercise === "running")
        return {
          headline: `${firstName}, you have begun: ${next.title}`,
          explanation: "It waits for you below, with everything saved so far. Hand it in when you are done.",
        }
      if (next && exercise === "open")
        return {
          headline: `${firstName}, your turn: ${next.title}`,
          explanation: "Start it below whenever suits you; its time begins only then.",
        }
      if (next?.startsAt)
        return {
          headline: `${firstName}, next comes: ${next.title}`,
          explanation: "Day and time stand below. Only you can open this page, and it is always up to date.",
        }
      if (deciding)
        return {
          headline: `${firstName}, it’s our turn now`,
          explanation:
            "We are going through what you have shown us and will tell you here what follows. There is nothing you need to do.",
        }
      return {
        headline: `${firstName}, your application is with us`,
        explanation: "The next step appears here as soon as it is fixed. Only you can open this page.",
      }
  }
}
