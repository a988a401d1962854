import type { ConsolePart } from "@backfill/contract"
import { probeKeys } from "../probes.tsx"
import type { RoundState } from "../round-state.ts"
import { factsOf } from "./facts.ts"

/** Something that was marked during the talk, as it stands between the notes. */
export type Happened = { key: string; at: number; words: string }

const inOneLine = (text: string) => (text.length > 48 ? `${text.slice(0, 47).trimEnd()}…` : text)

/** What was asked, told, brought in and seen at a place, with its second. */
export function happenedAt(state: RoundState, place: string, part: ConsolePart | null): Happened[] {
  const nameOfFact = (index: number) => factsOf(part)[index - 1]?.name ?? ""
  const marks = {
    probe: { of: state.probes, words: (index: number) => `probe ${probeKeys[index - 1] ?? index}` },
    tell: { of: state.told, words: (index: number) => `told: ${inOneLine(nameOfFact(index))}` },
    cue: {
      of: state.cued,
      words: (index: number) => {
        if (part?.kind === "design")
          return `deep dive: ${inOneLine(part.design.deepDives[index - 1]?.title ?? "")}`
        const text =
          part?.kind === "simulation"
            ? part.simulation.tensions[index - 1]?.text
            : part?.kind === "drill"
              ? part.drill.events[index - 1]?.text
              : undefined
        return `brought in: ${inOneLine(text ?? "")}`
      },
    },
    step: {
      of: state.stepped,
      words: (index: number) =>
        `step ${index}: ${inOneLine((part?.kind === "drill" && part.drill.runbook[index - 1]) || "")}`,
    },
  }
  return Object.entries(marks).flatMap(([kind, { of, words }]) =>
    [...(of.get(place) ?? [])].map(([index, at]) => ({ key: `${kind}-${index}`, at, words: words(index) })),
  )
}
