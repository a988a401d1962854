import type { MockConsole, MockRating } from "@backfill/contract"
import { useCallback, useEffect, useRef, useState } from "react"
import { client } from "../../app/client.ts"
import { hasStatus, useAccount } from "../../app/index.ts"
import type { SaveState } from "../practice/use-autosave.ts"
import { keepUnsaved, readUnsaved } from "./on-this-device.ts"

const AFTER_MS = 700
const AGAIN_MS = 5000

/**
 * The asker's ratings, saved as they are made, one save after the other; what the server doesn't have yet stays on this
 * device. If another window was quicker, what is here stays, and goes over it when the person says so.
 */
export function useRatings(mockId: string, plan: MockConsole) {
  const { id } = useAccount()
  const [start] = useState(() => readUnsaved(id, mockId))
  const [ratings, setRatings] = useState<MockRating[]>(start?.ratings ?? plan.ratings)
  const [state, setState] = useState<SaveState>(start ? "typing" : "saved")
  const latest = useRef({ ratings, version: start?.version ?? plan.ratingsVersion })
  const line = useRef<Promise<unknown>>(Promise.resolve())

  const send = useCallback(async (): Promise<void> => {
    const { ratings: sent, version } = latest.current
    setState("saving")
    try {
      const saved = await client.mocks.rate({ params: { mockId }, body: { ratings: sent, version } })
      latest.current.version = saved.version
      const whole = latest.current.ratings === sent
      keepUnsaved(id, mockId, whole ? undefined : latest.current)
      setState(whole ? "saved" : "typing")
    } catch (error) {
      if (hasStatus(error, 409)) {
        const now = await client.mocks.console({ params: { mockId } })
        latest.current.version = now.ratingsVersion
        setState("newer")
      } else setState("kept-here")
    }
  }, [id, mockId])
  const save = useCallback(() => {
    line.current = line.current.then(send).catch(() => setState("kept-here"))
    return line.current
  }, [send])

  useEffect(() => {
    if (state !== "typing" && state !== "kept-here") return
    const timer = setTimeout(() => void save(), state === "typing" ? AFTER_MS : AGAIN_MS)
    return () => clearTimeout(timer)
  }, [ratings, state, save])

  useEffect(() => {
    // The console was drawn from this device first; what the server has since replaces it, unless something is unsaved.
    if (state !== "saved" || plan.ratingsVersion <= latest.current.version) return
    latest.current = { ratings: plan.ratings, version: plan.ratingsVersion }
    setRatings(plan.ratings)
  }, [plan, state])

  return {
    state,
    save,
    ratingOf: (itemId: string): MockRating =>
      ratings.find((rating) => rating.itemId === itemId) ?? { itemId, score: null, comment: "" },
    change: (rating: MockRating) => {
      const next = [...latest.current.ratings.filter(({ itemId }) => itemId !== rating.itemId), rating]
      latest.current.ratings = next
      keepUnsaved(id, mockId, latest.current)
      setRatings(next)
      setState("typing")
    },
    /** What goes with the hand-over: after any save under way, the ratings and the version they go over. */
    last: async () => {
      await line.current
      return { ...latest.current }
    },
  }
}

export type Judged = ReturnType<typeof useRatings>
