/**
 * Why a command was refused: a stable id for programs and tests, a sentence for the person. Nothing was changed.
 */
const SENTENCES = {
  "stale-version":
    "Somebody else changed this application a moment ago. Nothing of yours was saved; look at what is new and try again.",
  "no-application": "There is no application yet. It begins when the applicant submits the form.",
  exists: "This application was submitted already and is safe with us. There is nothing more to send.",
  "no-stages": "The opening’s plan has no stages. Add one before people apply.",
  "repeated-stage": "The opening’s plan holds one stage twice. Give each stage an id of its own.",
  erased:
    "This application was erased at the candidate’s wish or by the retention rule. Nothing can be done with it.",
  withdrawn:
    "The candidate withdrew. The record stays as it is; it can only be erased or put under legal hold.",
  ended: "This application has already come to its end. Nothing was changed.",
  "not-disqualified": "No knock-out ended this application, so there is nothing to look at again.",
  "look-requested": "A human look was asked for already. Somebody will answer it.",
  "look-upheld": "Somebody has looked again and kept the result. It can’t be asked for twice.",
  "look-not-requested":
    "The applicant hasn’t asked for a human look. You may still reinstate the application.",
  "reason-needed": "This needs a reason in words. Write one sentence and send it again.",
  "no-open-stage": "The candidate is in no stage that takes this. Check where the application stands now.",
  "debrief-open":
    "The debrief of this stage is open, so its cards can’t change any more. Nothing was changed.",
  "debrief-not-open": "The cards of this stage are still sealed. Open its debrief first, then decide.",
  "card-expected": "This card is expected already. Nothing was changed.",
  "card-submitted": "This card was submitted and stays on the record. It can be amended, not taken back.",
  "unknown-card": "No such card is expected in this stage. Check the panel of the interview.",
  "cards-outstanding":
    "Not every card is in. Wait for the outstanding ones, or write down why you go on without them.",
  "no-cards": "No card was submitted in this stage. Write down why you go on without any.",
  "reasons-needed": "A decision needs at least one reason with its criterion. Add one and send it again.",
  "decision-exists": "This decision was recorded already and is safe. There is nothing more to do.",
  "unknown-decision":
    "The decision you want to replace isn’t on this application. Reload the page to see those that are.",
  "already-superseded": "That decision was replaced by a later one. Replace the one that is in force now.",
  "must-supersede": "This gate has a decision. To change it, record a new one that replaces it.",
  "later-activity":
    "The process went on after that decision, so it can’t be turned round any more. Decide at the stage where the candidate is now; you may still correct its reasons.",
  "not-at-offer": "The candidate hasn’t passed the last gate. Decide the current stage first.",
  "plan-rewrites-past":
    "The new plan changes stages this candidate has already been through. Keep those as they are and change only later ones.",
  "hold-exists": "A legal hold is in place already. Lift it before you place another.",
  "no-hold": "There is no legal hold to lift.",
  "legal-hold":
    "A legal hold is in place, so nothing may be erased. The owner can lift it when the matter is closed.",
} as const

export type StageProblemId = keyof typeof SENTENCES

export interface StageProblem {
  id: StageProblemId
  sentence: string
}

/** All ids, for the catalogue of errors the API publishes. */
export const STAGE_PROBLEM_IDS = Object.keys(SENTENCES) as StageProblemId[]

/** The problem with its sentence. */
export function stageProblem(id: StageProblemId): StageProblem {
  return { id, sentence: SENTENCES[id] }
}
