import { useState } from "react"

/** How long a told story should be, in seconds: what one aims at, and what nobody should go over. */
export type Length = { aim: number; limit: number }

export const USUAL_LENGTH: Length = { aim: 150, limit: 180 }
/** What can be chosen; guides differ, and so do panels. */
export const LENGTHS: readonly Length[] = [
  { aim: 90, limit: 120 },
  { aim: 120, limit: 150 },
  USUAL_LENGTH,
  { aim: 180, limit: 240 },
  { aim: 240, limit: 300 },
]
const storageKey = "backfill.practice.length"

/** The length that was kept as `aim/limit`; the usual one where nothing fitting was. */
export function lengthOf(kept: string | null): Length {
  return LENGTHS.find(({ aim, limit }) => `${aim}/${limit}` === kept) ?? USUAL_LENGTH
}

/** How long one wants one’s stories to be, remembered on this device. */
export function useLengthChoice(): [Length, (length: Length) => void] {
  const [length, setLength] = useState(() => lengthOf(stored()))
  const choose = (next: Length) => {
    setLength(next)
    try {
      localStorage.setItem(storageKey, `${next.aim}/${next.limit}`)
    } catch {
      // Storage may be blocked; the choice then lasts until the page is left.
    }
  }
  return [length, choose]
}

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}
