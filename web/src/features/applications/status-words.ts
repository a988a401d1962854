import type { Application, Gate } from "@backfill/contract"

/** Where an application is, as one says it. */
export const statusWords: Record<Application["status"], string> = {
  submitted: "Just arrived",
  disqualified: "Ended by a rule of the form",
  "human-look": "A human look is asked for",
  "in-stage": "Under way",
  offer: "Every gate passed, the offer is to be decided",
  offered: "Offer made",
  "not-offered": "No offer",
  stopped: "Stopped",
  withdrawn: "Withdrawn by the candidate",
  erased: "Erased",
}

/** The gate the application stands at now; undefined before the first and after the last. */
export function currentGate(application: Application): Gate | undefined {
  if (application.status !== "in-stage" && application.status !== "offer") return undefined
  return application.gates.find((gate) => gate.stageIndex === application.stageIndex)
}

/** “Ada”, “Ada and Bo”, “Ada, Bo and Cy”. */
export function andList(words: ReadonlyArray<string>): string {
  const last = words.at(-1) ?? ""
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`
}

/** Whether every card that was asked for came, rather than being given up. */
const allIn = (gate: Application["gates"][number]): boolean =>
  gate.interviews.length > 0 &&
  gate.interviews.every(({ raters }) => raters.every(({ waived }) => waived === null))

/** What the application waits for, in one sentence, and the people it waits for. */
export function awaitedSentence(application: Application): { what: string; who: string[] } {
  if (application.status === "human-look")
    return { what: "Waits for a human look at the form’s rule.", who: [] }
  const gate = currentGate(application)
  if (!gate) return { what: `${statusWords[application.status]}. Nobody is awaited.`, who: [] }
  if (gate.state === "debrief" || gate.kind === "offer")
    return {
      what: `${gate.title}: waits for the decision.`,
      who: gate.awaited.map(({ person }) => person.name),
    }
  if (gate.state === "ready")
    return {
      what: `${gate.title}: ${allIn(gate) ? "every card is in" : "no further card is awaited"}, the debrief can open.`,
      who: [],
    }
  const who = [...new Set(gate.awaited.map(({ person }) => person.name))]
  if (gate.roundsToSchedule.length > 0)
    return { what: `To schedule: ${andList(gate.roundsToSchedule.map(({ title }) => title))}.`, who }
  if (who.length > 0) return { what: `${gate.title}: waits for ${andList(who)}.`, who }
  return { what: `${gate.title}: nothing is awaited.`, who }
}
