import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react"

export type PaletteEntry = {
  id: string
  /** What is found, or the verb that acts: "Submit scorecard". */
  label: string
  /** Where it belongs: "Candidate", "Openings", "Go to". Shown at the right. */
  kind: string
  /** Further words it is found by. */
  words?: string
  keys?: string
  run: () => void
}

/** Looks entries up elsewhere as the query grows; given up through `signal` when it changes. */
export type PaletteSearch = (query: string, signal: AbortSignal) => Promise<ReadonlyArray<PaletteEntry>>

type Source = { entries: () => ReadonlyArray<PaletteEntry>; search?: PaletteSearch }

/** Everything the palette can find now, from what is mounted. */
export class PaletteSources {
  readonly #sources = new Set<Source>()

  add(source: Source): () => void {
    this.#sources.add(source)
    return () => this.#sources.delete(source)
  }

  entries(): PaletteEntry[] {
    return [...this.#sources].toReversed().flatMap((source) => source.entries())
  }

  /** Asks every search at once; one that fails finds nothing rather than spoiling the others. */
  async search(query: string, signal: AbortSignal): Promise<PaletteEntry[]> {
    const searches = [...this.#sources].flatMap((source) =>
      source.search ? [source.search(query, signal)] : [],
    )
    const settled = await Promise.allSettled(searches)
    return settled.flatMap((result) => (result.status === "fulfilled" ? result.value : []))
  }
}

const Sources = createContext<PaletteSources | undefined>(undefined)

/** Needs a PaletteProvider above. */
export function usePaletteSources(): PaletteSources {
  const sources = useContext(Sources)
  if (!sources) throw new Error("The palette needs a PaletteProvider above it")
  return sources
}

/** Puts entries, and optionally a search, into the palette for as long as the caller is mounted. */
export function usePalette(entries: ReadonlyArray<PaletteEntry>, search?: PaletteSearch): void {
  const sources = usePaletteSources()
  const latest = useRef({ entries, search })
  useEffect(() => {
    latest.current = { entries, search }
  })
  const searches = search !== undefined
  useEffect(() => {
    const ask: PaletteSearch = async (query, signal) => latest.current.search?.(query, signal) ?? []
    return sources.add({ entries: () => latest.current.entries, search: searches ? ask : undefined })
  }, [sources, searches])
}

export function PaletteProvider({ children }: { children: ReactNode }) {
  const [sources] = useState(() => new PaletteSources())
  return useMemo(() => <Sources value={sources}>{children}</Sources>, [sources, children])
}
