import type { Attempt } from "@backfill/contract"
import { useQueryClient } from "@tanstack/react-query"
import { useCallback, useEffect, useRef, useState } from "react"
import { client } from "../../app/client.ts"
import { hasStatus, ProblemError } from "../../app/api.ts"
import { deviceShelf } from "../public-pages/shelf.ts"
import { attemptQuery } from "./own-page.ts"
import { afterStale, type Opening, openText, readKeptText, type SaveState, textName } from "./text-saving.ts"

const afterMs = 1200
const againMs = 5000

export type AttemptText = {
  text: string
  state: SaveState
  /** Other words that the server holds, to choose between. */
  other: string | undefined
  /** Whether this browser can keep the words while the server can't be reached. */
  onDevice: boolean
  write: (text: string) => void
  /** Saves after everything under way; resolves to whether the server has the words. */
  save: () => Promise<boolean>
  keepMine: () => void
  takeOther: () => void
}

/** The words of an exercise: on this device at once, on the server soon after. Undefined until the device was asked. */
export function useAttemptText(attempt: Attempt): AttemptText | undefined {
  const queryClient = useQueryClient()
  const [held, setHeld] = useState<Opening>()
  const [onDevice, setOnDevice] = useState(true)
  const latest = useRef({ text: attempt.text, base: attempt.text, version: attempt.version, blocked: false })
  const line = useRef<Promise<boolean>>(Promise.resolve(true))
  const { id } = attempt
  const first = useRef(attempt.text)
  useEffect(() => {
    let left = false
    void deviceShelf.read(textName(id)).then((value) => {
      if (left) return
      const opening = openText(readKeptText(value), first.current)
      latest.current = {
        ...latest.current,
        text: opening.text,
        base: first.current,
        blocked: opening.state === "elsewhere",
      }
      setHeld(opening)
    })
    return () => {
      left = true
    }
  }, [id])

  // What came by another way (a file, another window) is the version to save upon; words only where none wait here.
  const { version, text: there } = attempt
  useEffect(() => {
    const known = latest.current
    if (version < known.version) return
    known.version = version
    if (known.blocked || known.text !== known.base || there === known.base) return
    latest.current = { ...known, text: there, base: there }
    setHeld((now) => now && { text: there, state: "saved" })
  }, [version, there])

  const move = useCallback((state: SaveState, other?: string) => {
    setHeld((now) => now && { ...now, state, other })
  }, [])
  const take = useCallback(
    (next: Attempt) => {
      latest.current.version = next.version
      queryClient.setQueryData(attemptQuery(next.id).queryKey, next)
    },
    [queryClient],
  )

  const send = useCallback(async (): Promise<boolean> => {
    for (let round = 0; round < 3; round++) {
      const { text, base, version, blocked } = latest.current
      if (blocked) return false
      if (text === base) return true
      move("saving")
      try {
        const saved = await client.candidate.saveAttempt({
          params: { attemptId: id },
          body: { text, version },
          key: crypto.randomUUID(),
        })
        take(saved)
        latest.current.base = text
        if (latest.current.text === text) {
          await deviceShelf.remove(textName(id))
          move("saved")
        } else move("typing")
        return latest.current.text === text
      } catch (error) {
        if (!(error instanceof ProblemError) || error.problem.status !== 409) {
          move(hasStatus(error, 401) ? "signed-out" : "device")
          return false
        }
        const now = await client.candidate.attempt({ params: { attemptId: id } }).catch(() => undefined)
        if (!now) {
          move("device")
          return false
        }
        take(now)
        if (now.state !== "running" || error.problem.id !== "stale_version") {
          move("over")
          return false
        }
        if (afterStale(text, base, now.text) === "ask") {
          latest.current.blocked = true
          move("elsewhere", now.text)
          return false
        }
        latest.current.base = now.text
      }
    }
    move("device")
    return false
  }, [id, move, take])

  const save = useCallback(() => {
    line.current = line.current.then(send, send)
    return line.current
  }, [send])

  const state = held?.state
  const text = held?.text
  useEffect(() => {
    if (attempt.state !== "running" || (state !== "typing" && state !== "device")) return
    const timer = setTimeout(() => void save(), state === "typing" ? afterMs : againMs)
    return () => clearTimeout(timer)
  }, [attempt.state, state, text, save])

  useEffect(() => {
    const online = () => void save()
    addEventListener("online", online)
    return () => removeEventListener("online", online)
  }, [save])

  const write = useCallback(
    (next: string) => {
      latest.current.text = next
      setHeld((now) => ({
        text: next,
        state: now?.state === "elsewhere" ? "elsewhere" : "typing",
        other: now?.other,
      }))
      void deviceShelf.write(textName(id), { text: next, base: latest.current.base }).then(setOnDevice)
    },
    [id],
  )
  const settle = (text: string, other: string) => {
    latest.current = { ...latest.current, text, base: other, blocked: false }
    setHeld({ text, state: text === other ? "saved" : "typing" })
    if (text === other) void deviceShelf.remove(textName(id))
  }
  if (!held) return undefined
  return {
    text: held.text,
    state: held.state,
    other: held.other,
    onDevice,
    write,
    save,
    keepMine: () => settle(held.text, held.other ?? ""),
    takeOther: () => settle(held.other ?? "", held.other ?? ""),
  }
}
