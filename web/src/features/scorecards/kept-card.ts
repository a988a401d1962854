import type { Scorecard } from "@backfill/contract"
import { type CardDraft, contentOf, draftOf } from "./card-draft.ts"

/** A draft kept on this device, and the version of the card that it was written on. */
export type KeptCard = { draft: CardDraft; version: number }

const said = (draft: CardDraft, itemIds: ReadonlyArray<string>) => JSON.stringify(contentOf(draft, itemIds))

/** Whether both say the same, so that nothing is lost by taking either. */
export function saysTheSame(draft: CardDraft, card: Scorecard, itemIds: ReadonlyArray<string>): boolean {
  return said(draft, itemIds) === said(draftOf(card), itemIds)
}

/**
 * What a card's page begins with: what was kept, else what the server has. `theirs` is there when the card was saved from
 * somewhere else since: then one chooses before anything is saved. A submitted card takes nothing kept.
 */
export function beginWith(
  kept: KeptCard | undefined,
  card: Scorecard,
  itemIds: ReadonlyArray<string>,
): { draft: CardDraft; unsaved: boolean; theirs: Scorecard | undefined } {
  if (!kept || card.state === "submitted" || saysTheSame(kept.draft, card, itemIds))
    return { draft: draftOf(card), unsaved: false, theirs: undefined }
  return { draft: kept.draft, unsaved: true, theirs: kept.version === card.version ? undefined : card }
}

/** Reads a draft back from this device; undefined where there is none or it can't be read. */
export function readKept(place: string): KeptCard | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? "null") as Partial<KeptCard> | null
    return kept?.draft && typeof kept.version === "number"
      ? { draft: kept.draft, version: kept.version }
      : undefined
  } catch {
    return undefined
  }
}

export function keep(place: string, kept: KeptCard): void {
  try {
    localStorage.setItem(place, JSON.stringify(kept))
  } catch {
    // Storage may be full or blocked; the card is then safe once the server has it.
  }
}

export function forget(place: string): void {
  try {
    localStorage.removeItem(place)
  } catch {
    // Nothing was kept where storage is blocked.
  }
}
