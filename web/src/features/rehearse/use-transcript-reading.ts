import type { Finding, Part } from "@backfill/coach"
import { useMemo } from "react"
import { chooseHints } from "../stories/editor/hints.ts"
import { runsOf } from "../stories/editor/parts.ts"
import type { StoryReading } from "../stories/editor/reader.ts"
import { useReading } from "../stories/editor/use-reading.ts"
import { THEMES } from "../stories/themes.ts"
import type { Named } from "./names.ts"
import type { Heard } from "./speech/index.ts"
import type { Notes } from "./use-notes.ts"
import { spansInTime } from "./words-in-time.ts"

type Placed = { fromMs: number; toMs: number }

/** What the coach makes of a transcript, with an estimate of when each of it was said. */
export interface TranscriptReading {
  reading: StoryReading | undefined
  /** At most three, in the order of telling. */
  hints: (Finding & Placed)[]
  parts: ({ part: Part } & Placed)[]
}

const NOTHING: TranscriptReading = { reading: undefined, hints: [], parts: [] }

/** Reads a transcript as the editor reads a draft, without what was set aside for the story or for this recording. Places need the stretches of speech; without them nothing is placed. */
export function useTranscriptReading(
  { transcript, dismissed }: Pick<Notes, "transcript" | "dismissed">,
  heard: Heard | undefined,
  { story, question }: Named,
): TranscriptReading {
  const text = transcript?.text ?? ""
  const theme = question?.theme ?? THEMES.find((each) => story?.themes[each] === "tells")
  const { settled } = useReading(text, theme)
  return useMemo(() => {
    if (!settled || settled.text !== text || text.trim() === "") return NOTHING
    if (!settled.isStory || !heard) return { ...NOTHING, reading: settled }
    const chosen = chooseHints(settled.findings, text, [...(story?.dismissed ?? []), ...dismissed])
    const runs = runsOf(settled.sentences)
    const placed = spansInTime(text, [...chosen, ...runs], heard.stretches)
    if (!placed) return { ...NOTHING, reading: settled }
    const at = (nth: number) => placed[nth] ?? { fromMs: 0, toMs: 0 }
    return {
      reading: settled,
      hints: chosen.map((hint, nth) => ({ ...hint, ...at(nth) })).toSorted((a, b) => a.fromMs - b.fromMs),
      parts: runs.map(({ part }, nth) => ({ part, ...at(chosen.length + nth) })),
    }
  }, [settled, text, heard, story?.dismissed, dismissed])
}
