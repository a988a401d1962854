import type { PracticeAttempt } from "@backfill/contract"
import { useQueryClient } from "@tanstack/react-query"
import { useCallback, useEffect, useRef, useState } from "react"
import { client } from "../../app/client.ts"
import { hasStatus, useAccount } from "../../app/index.ts"
import { keptPlace } from "../../app/kept-place.ts"

export type SaveState = "saved" | "typing" | "saving" | "kept-here" | "newer"

type Part = { text?: string; selfScore?: number | null; finished?: boolean }

const afterMs = 900
const againMs = 5000

/**
 * The text of a try, saved as it is written. What the server doesn't have yet stays on this device, also when the page
 * is closed; saves go one after the other, so none overtakes a later one. If another window was quicker, what is typed
 * here stays and its version is taken up on the next save.
 */
export function useAutosave(attempt: PracticeAttempt) {
  const queryClient = useQueryClient()
  const place = keptPlace(useAccount().id, "try", attempt.id)
  const [text, setText] = useState(() => read(place) ?? attempt.text)
  const [state, setState] = useState<SaveState>(() => (read(place) === undefined ? "saved" : "typing"))
  const latest = useRef({ text, attempt })
  const line = useRef<Promise<boolean>>(Promise.resolve(true))

  const keep = useCallback(
    (next: PracticeAttempt) => {
      latest.current.attempt = next
      queryClient.setQueryData(["practice", "attempt", next.id], next)
    },
    [queryClient],
  )

  const send = useCallback(
    async (part: Part): Promise<boolean> => {
      const { attempt: known, text: typed } = latest.current
      const sent = part.text ?? typed
      setState("saving")
      try {
        const saved = await client.practice.save({
          params: { attemptId: known.id },
          body: {
            text: sent,
            selfScore: part.selfScore === undefined ? known.selfScore : part.selfScore,
            finished: part.finished ?? known.finishedAt !== null,
            version: known.version,
          },
          key: crypto.randomUUID(),
        })
        keep(saved)
        if (latest.current.text === sent) {
          forget(place)
          setState("saved")
        } else setState("typing")
        return true
      } catch (error) {
        if (hasStatus(error, 409)) {
          keep(await client.practice.read({ params: { attemptId: known.id } }))
          setState("newer")
        } else setState("kept-here")
        return false
      }
    },
    [keep, place],
  )

  /** Saves after everything under way; resolves to whether the server has it. */
  const save = useCallback(
    (part: Part = {}) => {
      line.current = line.current.then(() => send(part)).catch(() => false)
      return line.current
    },
    [send],
  )

  useEffect(() => {
    latest.current.text = text
    if (state !== "typing" && state !== "kept-here") return
    const timer = setTimeout(() => void save(), state === "typing" ? afterMs : againMs)
    return () => clearTimeout(timer)
  }, [text, state, save])

  const write = (next: string) => {
    setText(next)
    setState("typing")
    remember(place, next)
  }
  return { text, write, save, state }
}

function read(place: string): string | undefined {
  try {
    return localStorage.getItem(place) ?? undefined
  } catch {
    return undefined
  }
}

function remember(place: string, text: string): void {
  try {
    localStorage.setItem(place, text)
  } catch {
    // Storage may be full or blocked; the text is then safe once it is saved on the server.
  }
}

function forget(place: string): void {
  try {
    localStorage.removeItem(place)
  } catch {
    // Nothing was kept where storage is blocked.
  }
}
