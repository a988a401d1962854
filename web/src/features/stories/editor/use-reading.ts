import { useEffect, useRef, useState } from "react"
import { Reader, type StoryReading } from "./reader.ts"

/** More than anybody tells in twenty minutes. Beyond it nothing is read or marked, so that a pasted log can't hold the page up. */
export const LONGEST_READ = 20_000
/** How long typing has to pause before questions change. */
const PAUSE_MS = 350

/**
 * What the coach makes of a text as it is typed. `latest` follows each key; `settled` is what was read when typing last
 * paused, so that questions don't come and go within a word. Both may be of a slightly older text than the one given.
 */
export function useReading(
  text: string,
  theme: string | undefined,
): { latest: StoryReading | undefined; settled: StoryReading | undefined } {
  const [latest, setLatest] = useState<StoryReading>()
  const [settled, setSettled] = useState<StoryReading>()
  const reader = useRef<Reader>(undefined)

  useEffect(() => {
    const worker = new Worker(new URL("./reader.worker.ts", import.meta.url), { type: "module" })
    const own = new Reader(worker, setLatest)
    reader.current = own
    return () => own.close()
  }, [])
  useEffect(() => {
    if (text.length <= LONGEST_READ) reader.current?.read({ text, theme })
  }, [text, theme])
  useEffect(() => {
    if (!latest) return
    const timer = setTimeout(() => setSettled(latest), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [latest])

  return { latest, settled: settled ?? latest }
}
