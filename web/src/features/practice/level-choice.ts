import { LEVELS, type Level } from "@backfill/core"
import { useState } from "react"

const storageKey = "backfill.practice.level"

/** The level one practises at, remembered on this device; mid until chosen. */
export function useLevelChoice(): [Level, (level: Level) => void] {
  const [level, setLevel] = useState<Level>(() => LEVELS.find((each) => each === stored()) ?? "mid")
  const choose = (next: Level) => {
    setLevel(next)
    try {
      localStorage.setItem(storageKey, next)
    } catch {
      // Storage may be blocked; the choice then lasts until the page is left.
    }
  }
  return [level, choose]
}

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}
