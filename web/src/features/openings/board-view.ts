import type { Board, BoardCard } from "@backfill/contract"

export type Listed = BoardCard & { stage: string }

/** Every card of the board in one list, those that ended last, each with the title of its stage. */
export function listCards(board: Board): Listed[] {
  const here = board.columns.flatMap((column) =>
    column.cards.map((card) => ({ ...card, stage: column.title })),
  )
  return [...here, ...board.ended.cards.map((card) => ({ ...card, stage: "Ended" }))]
}

/** Whether a card answers what is looked for: every word must stand in its name, next step or who is awaited. */
export function answers(card: BoardCard, query: string): boolean {
  const text = `${card.name} ${card.nextStep} ${card.awaited.join(" ")} ${card.status}`.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

export type SortBy = "name" | "stage" | "since"

/** Sorted by one column; what is equal there stands by how long it waits, the longest first. */
export function sortCards(cards: ReadonlyArray<Listed>, by: SortBy, ascending: boolean): Listed[] {
  const turn = ascending ? 1 : -1
  const compare = {
    name: (a: Listed, b: Listed) => a.name.localeCompare(b.name),
    stage: (a: Listed, b: Listed) => a.stageIndex - b.stageIndex || a.stage.localeCompare(b.stage),
    since: (a: Listed, b: Listed) => a.since.localeCompare(b.since),
  }[by]
  return cards.toSorted((a, b) => turn * compare(a, b) || a.since.localeCompare(b.since))
}
