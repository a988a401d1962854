import type { DismissedHint } from "@backfill/contract"
import { TextArea } from "../../ui/index.ts"

export type StoryTextProps = {
  text: string
  /** Slug of the question that the story is read as an answer to. */
  theme: string | undefined
  dismissed: readonly DismissedHint[]
  onText: (text: string) => void
  onDismiss: (finding: string, quote: string, reason: string) => void
  onRestore: (finding: string, quote: string) => void
}

/** Where the story is written. */
export function StoryText({ text, onText }: StoryTextProps) {
  return (
    <TextArea
      prose
      rows={14}
      maxLength={20_000}
      aria-label="Your story"
      placeholder="Where it was and what was at stake. What was asked of you. What you did, in order. What came of it, with a number. What stays changed."
      value={text}
      onChange={(event) => onText(event.target.value)}
      className="max-w-measure"
    />
  )
}
