import { useCallback, useEffect, useRef, useState } from "react"
import { hasStatus } from "./api.ts"

export type SaveState = "saved" | "writing" | "saving" | "kept-here" | "newer"

const AFTER_MS = 900
const AGAIN_MS = 5000

export type KeptDraft<Draft, Saved extends { version: number }> = {
  /** Under which name this device keeps what the server doesn't have yet. */
  place: string
  saved: Draft
  version: number
  send: (draft: Draft, version: number) => Promise<Saved>
  /** How it stands on the server now, after another window was quicker. */
  read: () => Promise<Saved>
  onSaved: (saved: Saved) => void
  /** What both come to where nobody has to decide; undefined where somebody has to. */
  settle?: (mine: Draft, theirs: Saved) => Draft | undefined
}

/**
 * Something that is saved as it is written: a moment after each change, one save after the other. What the server doesn't
 * have yet stays on this device, also when the page is closed. If another window was quicker, what is written here stays,
 * and goes over it only on request.
 */
export function useKeptDraft<Draft, Saved extends { version: number }>(env: KeptDraft<Draft, Saved>) {
  const { place } = env
  const [draft, setDraft] = useState<Draft>(() => readKept<Draft>(place) ?? env.saved)
  const [state, setState] = useState<SaveState>(() => (readKept(place) === undefined ? "saved" : "writing"))
  const latest = useRef({ draft, version: env.version })
  const line = useRef<Promise<boolean>>(Promise.resolve(true))
  const deps = useRef(env)
  useEffect(() => {
    deps.current = env
  })

  const send = useCallback(async (): Promise<boolean> => {
    const { draft: sent, version } = latest.current
    setState("saving")
    try {
      const saved = await deps.current.send(sent, version)
      latest.current.version = saved.version
      deps.current.onSaved(saved)
      if (latest.current.draft === sent) {
        keep(place, undefined)
        setState("saved")
      } else setState("writing")
      return true
    } catch (error) {
      if (!hasStatus(error, 409)) {
        setState("kept-here")
        return false
      }
      const theirs = await deps.current.read()
      latest.current.version = theirs.version
      const settled = deps.current.settle?.(latest.current.draft, theirs)
      if (settled !== undefined) {
        latest.current.draft = settled
        setDraft(settled)
      }
      setState(settled === undefined ? "newer" : "writing")
      return false
    }
  }, [place])

  /** Saves after what is under way; resolves to whether the server has it. */
  const save = useCallback(() => {
    line.current = line.current.then(send).catch(() => {
      setState("kept-here")
      return false
    })
    return line.current
  }, [send])

  useEffect(() => {
    if (state !== "writing" && state !== "kept-here") return
    const timer = setTimeout(() => void save(), state === "writing" ? AFTER_MS : AGAIN_MS)
    return () => clearTimeout(timer)
  }, [draft, state, save])

  const change = useCallback(
    (next: (now: Draft) => Draft) => {
      latest.current.draft = next(latest.current.draft)
      setDraft(latest.current.draft)
      keep(place, latest.current.draft)
      setState((now) => (now === "newer" ? now : "writing"))
    },
    [place],
  )
  /** Takes over what the server gave for another reason, e.g. after going back to a version. */
  const replace = (next: Draft, version: number) => {
    latest.current = { draft: next, version }
    setDraft(next)
    keep(place, undefined)
    setState("saved")
  }
  return { draft, state, change, save, replace, version: () => latest.current.version }
}

function readKept<Draft>(place: string): Draft | undefined {
  try {
    const kept = localStorage.getItem(place)
    return kept === null ? undefined : (JSON.parse(kept) as Draft)
  } catch {
    return undefined
  }
}

function keep(place: string, draft: unknown): void {
  try {
    if (draft === undefined) localStorage.removeItem(place)
    else localStorage.setItem(place, JSON.stringify(draft))
  } catch {
    // Storage may be full or blocked; what was written is then safe once it is saved on the server.
  }
}
