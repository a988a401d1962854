import { useEffect, useMemo, useState } from "react"
import { type PaletteEntry, usePaletteSources } from "./palette-entries.tsx"
import { rank } from "./rank.ts"

const atMost = 40
const searchAfterMs = 120

/** What the palette shows for a query: the mounted entries ranked at once, then what the searches find. */
export function useFound(query: string, open: boolean): { found: PaletteEntry[]; searching: boolean } {
  const sources = usePaletteSources()
  const [away, setAway] = useState<{ query: string; entries: PaletteEntry[] }>({ query: "", entries: [] })
  const asked = query.trim()
  useEffect(() => {
    if (!open || asked.length < 2) return
    const controller = new AbortController()
    const timer = setTimeout(async () => {
      const entries = await sources.search(asked, controller.signal)
      if (!controller.signal.aborted) setAway({ query: asked, entries })
    }, searchAfterMs)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [asked, open, sources])
  return useMemo(() => {
    const here = (open ? sources.entries() : [])
      .map((entry) => ({ entry, score: rank(asked, `${entry.label} ${entry.words ?? ""} ${entry.kind}`) }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score)
      .map(({ entry }) => entry)
    const known = new Set(here.map((entry) => entry.id))
    const searched = away.query === asked ? away.entries.filter((entry) => !known.has(entry.id)) : []
    const searching = open && asked.length >= 2 && away.query !== asked
    return { found: [...here, ...searched].slice(0, atMost), searching }
  }, [asked, away, open, sources])
}
