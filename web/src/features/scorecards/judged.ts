import type { ConsoleItem, NoteEntry, Rating } from "@backfill/contract"
import type { RoundState } from "../interviews/round-state.ts"

type Evidence = Rating["evidence"][number]

/** One thing a card judges, as any of its pages needs it. */
export type Judged = Pick<ConsoleItem, "id" | "title" | "wording"> & {
  competencies: string
  anchors: ReadonlyArray<string>
  /** What meets the level, in a sentence. */
  expected: string
}

/** Something of one's own to cite, with the second it was made at where it has one. */
export type Offer = Evidence & { second: number | undefined }

export const judgedOf = (item: ConsoleItem, level: string): Judged => ({
  id: item.id,
  title: item.title,
  wording: item.kind === "question" ? item.wording : item.title,
  competencies: item.competencies.map((competency) => competency.title).join(", "),
  anchors: item.anchors,
  expected: item.expectation ? `At ${level}: ${item.expectation.expected}` : "",
})

/** What one wrote and ticked at an item, notes in the order of the talk, then signs. */
export function offersOf(item: ConsoleItem, notes: ReadonlyArray<NoteEntry>, state: RoundState): Offer[] {
  const written = notes
    .filter((note) => note.itemId === item.id)
    .map((note): Offer => ({ kind: "note", ref: note.id, quote: note.text, second: note.atSeconds }))
  const ticked = [...(state.ticks.get(item.id) ?? [])]
    .toSorted((a, b) => Number(a < 0) - Number(b < 0) || Math.abs(a) - Math.abs(b))
    .flatMap((index): Offer[] => {
      const words = index > 0 ? item.positive[index - 1] : item.negative[-index - 1]
      const sign = `${index > 0 ? "+" : "-"}${Math.abs(index)}`
      return words === undefined
        ? []
        : [{ kind: "tick", ref: `${item.id}:${sign}`, quote: words, second: undefined }]
    })
  return [...written, ...ticked]
}

/** The number of a tick's reference, negative for a warning sign; 0 for anything else. */
export function indexOf(ref: string): number {
  return Number(/:([+-]\d+)$/.exec(ref)?.[1] ?? 0)
}
