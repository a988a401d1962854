import { useCallback, useEffect, useRef, useState } from "react"
import { ownTimeZone } from "../../ui/time-zone-select.tsx"
import { type Draft, emptyDraft, isBlank, type Kept, readKept, type Sent } from "./draft.ts"
import { deviceShelf } from "./shelf.ts"

const fresh = () => emptyDraft(crypto.randomUUID(), ownTimeZone())
const afterMs = 300

/** Where the application for a role lies on this device. */
export const draftName = (slug: string) => `application/${slug}`

/** What this device holds for a role, read once. */
export async function keptFor(slug: string): Promise<Kept | undefined> {
  return readKept(await deviceShelf.read(draftName(slug)), fresh())
}

/** `none`: nothing to keep yet. `blocked`: this browser keeps nothing, so the page must stay open. */
export type Keeping = "none" | "pending" | "kept" | "blocked"

export type DraftHold = {
  draft: Draft
  sent: Sent | undefined
  keeping: Keeping
  change: (part: Partial<Draft> | ((draft: Draft) => Partial<Draft>)) => void
  /** Writes now and waits for it, so that what follows survives a crash. */
  keepNow: (part?: Partial<Draft>) => Promise<void>
  /** Replaces the draft by how it ended. */
  end: (sent: Sent) => Promise<void>
  clear: () => Promise<void>
}

/** The application being written for a role, kept on this device with every change. Undefined until it has been read. */
export function useDraft(slug: string): DraftHold | undefined {
  const [kept, setKept] = useState<Kept>()
  const [keeping, setKeeping] = useState<Keeping>("none")
  const latest = useRef<Kept>(undefined)

  const take = useCallback((next: Kept) => {
    latest.current = next
    setKept(next)
  }, [])

  useEffect(() => {
    let left = false
    void keptFor(slug).then((found) => {
      if (left) return
      take(found ?? { draft: fresh() })
      setKeeping(found && "draft" in found && !isBlank(found.draft) ? "kept" : "none")
    })
    return () => {
      left = true
    }
  }, [slug, take])

  const write = useCallback(async () => {
    const now = latest.current
    if (!now) return
    const done = await deviceShelf.write(draftName(slug), now)
    if (latest.current === now) setKeeping(done ? "kept" : "blocked")
  }, [slug])

  useEffect(() => {
    if (keeping !== "pending") return
    const timer = setTimeout(() => void write(), afterMs)
    // A phone that puts the page aside may never wake it again.
    const aside = () => void write()
    addEventListener("pagehide", aside)
    document.addEventListener("visibilitychange", aside)
    return () => {
      clearTimeout(timer)
      removeEventListener("pagehide", aside)
      document.removeEventListener("visibilitychange", aside)
    }
  }, [kept, keeping, write])

  const change = useCallback<DraftHold["change"]>(
    (part) => {
      const now = latest.current
      if (!now || !("draft" in now)) return
      take({ draft: { ...now.draft, ...(typeof part === "function" ? part(now.draft) : part) } })
      setKeeping((before) => (before === "blocked" ? "blocked" : "pending"))
    },
    [take],
  )
  const keepNow = useCallback(
    async (part: Partial<Draft> = {}) => {
      change(part)
      await write()
    },
    [change, write],
  )
  const end = useCallback(
    async (sent: Sent) => {
      take({ sent })
      await write()
    },
    [take, write],
  )
  const clear = useCallback(async () => {
    take({ draft: fresh() })
    setKeeping("none")
    await deviceShelf.remove(draftName(slug))
  }, [slug, take])

  if (!kept) return undefined
  return {
    draft: "draft" in kept ? kept.draft : fresh(),
    sent: "sent" in kept ? kept.sent : undefined,
    keeping,
    change,
    keepNow,
    end,
    clear,
  }
}
