import type { MockRating } from "@backfill/contract"
import { forgetConsole } from "../interviews/console-store.ts"

/** The name under which this device keeps an asker's console, apart from interviews and from other accounts. */
export const ownerOf = (accountId: string, mockId: string): string => `${accountId}/mock/${mockId}`

const ratingsKey = (accountId: string, mockId: string) => `backfill.mock.${accountId}.${mockId}`

/** Ratings that the server doesn't have yet, with the version they were made over. */
export type Unsaved = { ratings: MockRating[]; version: number }

export function readUnsaved(accountId: string, mockId: string): Unsaved | undefined {
  try {
    const kept = localStorage.getItem(ratingsKey(accountId, mockId))
    return kept === null ? undefined : (JSON.parse(kept) as Unsaved)
  } catch {
    return undefined
  }
}

/** Keeps them, or with undefined forgets them. Where storage is blocked they live in the window only. */
export function keepUnsaved(accountId: string, mockId: string, unsaved: Unsaved | undefined): void {
  try {
    if (unsaved) localStorage.setItem(ratingsKey(accountId, mockId), JSON.stringify(unsaved))
    else localStorage.removeItem(ratingsKey(accountId, mockId))
  } catch {
    // They are then safe once they are saved on the server.
  }
}

/** Forgets all an asker had here of a mock: it is handed over or deleted. Never fails. */
export async function forgetMock(accountId: string, mockId: string): Promise<void> {
  keepUnsaved(accountId, mockId, undefined)
  await forgetConsole(ownerOf(accountId, mockId)).catch(() => undefined)
}
