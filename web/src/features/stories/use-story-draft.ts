import type { Story, StoryDraft } from "@backfill/contract"
import { useCallback, useEffect, useRef, useState } from "react"
import { client } from "../../app/client.ts"
import { hasStatus } from "../../app/index.ts"
import { draftOf, useKeepStory } from "./queries.ts"

export type SaveState = "saved" | "writing" | "saving" | "kept-here" | "newer"

const AFTER_MS = 900
const AGAIN_MS = 5000
const placeOf = (storyId: string) => `backfill.story.${storyId}`

/**
 * A story as it is written: saved a moment after each change, one save after the other. What the server doesn't have yet
 * stays on this device. If another window was quicker, what is written here stays, and goes over it only on request.
 */
export function useStoryDraft(story: Story) {
  const keep = useKeepStory()
  const [draft, setDraft] = useState<StoryDraft>(() => read(story.id) ?? draftOf(story))
  const [state, setState] = useState<SaveState>(() => (read(story.id) ? "writing" : "saved"))
  const latest = useRef({ draft, version: story.version })
  const line = useRef<Promise<boolean>>(Promise.resolve(true))

  const send = useCallback(async (): Promise<boolean> => {
    const { draft: sent, version } = latest.current
    setState("saving")
    try {
      const saved = await client.stories.save({
        params: { storyId: story.id },
        body: { ...sent, version },
        key: crypto.randomUUID(),
      })
      latest.current.version = saved.version
      keep(saved)
      if (latest.current.draft === sent) {
        remember(story.id, undefined)
        setState("saved")
      } else setState("writing")
      return true
    } catch (error) {
      if (hasStatus(error, 409)) {
        const theirs = await client.stories.read({ params: { storyId: story.id } })
        latest.current.version = theirs.version
        setState("newer")
      } else setState("kept-here")
      return false
    }
  }, [story.id, keep])

  /** Saves after what is under way; resolves to whether the server has it. */
  const save = useCallback(() => {
    line.current = line.current.then(send).catch(() => false)
    return line.current
  }, [send])

  useEffect(() => {
    if (state !== "writing" && state !== "kept-here") return
    const timer = setTimeout(() => void save(), state === "writing" ? AFTER_MS : AGAIN_MS)
    return () => clearTimeout(timer)
  }, [draft, state, save])

  const change = (part: Partial<StoryDraft>) => {
    const next = { ...latest.current.draft, ...part }
    latest.current.draft = next
    setDraft(next)
    remember(story.id, next)
    setState((now) => (now === "newer" ? now : "writing"))
  }
  /** Takes a story over as the server gave it, e.g. after going back to a version. */
  const replace = (next: Story) => {
    latest.current = { draft: draftOf(next), version: next.version }
    setDraft(latest.current.draft)
    remember(next.id, undefined)
    setState("saved")
    keep(next)
  }
  return { draft, state, change, save, replace, version: () => latest.current.version }
}

function read(storyId: string): StoryDraft | undefined {
  try {
    const kept = localStorage.getItem(placeOf(storyId))
    return kept === null ? undefined : (JSON.parse(kept) as StoryDraft)
  } catch {
    return undefined
  }
}

function remember(storyId: string, draft: StoryDraft | undefined): void {
  try {
    if (draft) localStorage.setItem(placeOf(storyId), JSON.stringify(draft))
    else localStorage.removeItem(placeOf(storyId))
  } catch {
    // Storage may be full or blocked; the words are then safe once they are saved on the server.
  }
}
