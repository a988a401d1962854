import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { client } from "../../app/client.ts"

/** In place of a kit: the questions of all of them. */
export const ALL_KITS = "all"
const storageKey = "backfill.practice.kit"
const usual = "data-engineer"

/** The kit to practise with: the one chosen before while it is there, else the data engineer’s, else the first. */
export function kitToPractise(kitIds: readonly string[], chosen: string | null): string {
  if (chosen !== null && kitIds.includes(chosen)) return chosen
  return kitIds.includes(usual) ? usual : (kitIds[0] ?? "")
}

/** The kit one practises with, or `ALL_KITS`; remembered on this device. */
export function useKitChoice(kitIds: readonly string[]): [string, (kitId: string) => void] {
  const [chosen, setChosen] = useState(chosenKit)
  const choose = (next: string) => {
    setChosen(next)
    try {
      localStorage.setItem(storageKey, next)
    } catch {
      // Storage may be blocked; the choice then lasts until the page is left.
    }
  }
  return [chosen === ALL_KITS ? ALL_KITS : kitToPractise(kitIds, chosen), choose]
}

/** The kit chosen on this device, `ALL_KITS`, or null before any choice. */
export function chosenKit(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

/** The titles of the kits here, by id; empty until they have come. */
export function useKitTitles(): ReadonlyMap<string, string> {
  const kits = useQuery({ queryKey: ["kits", "list"], queryFn: ({ signal }) => client.kits.list({ signal }) })
  return new Map(kits.data?.items.map(({ id, title }) => [id, title]))
}
