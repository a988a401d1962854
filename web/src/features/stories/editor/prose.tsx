import type { Part } from "@backfill/coach"
import { type RefObject, useRef } from "react"
import { cx } from "../../../ui/index.ts"
import type { Segment } from "./segments.ts"

export type ProseProps = {
  text: string
  segments: readonly Segment[]
  /** Id of the hint whose underline is strong. */
  awake: string | undefined
  /** The part whose sentences are lit. */
  lit: Part | undefined
  /** Whether marks are drawn; a text that is too long gets none and scrolls in itself. */
  marked: boolean
  describedBy: string
  area: RefObject<HTMLTextAreaElement | null>
  marks: RefObject<HTMLDivElement | null>
  onText: (text: string) => void
  /** Called as the caret comes to rest somewhere, with its UTF-16 position. */
  onCaret: (at: number) => void
}

/** Both layers must break lines alike, so everything that moves a letter is said once for both. */
const TYPE =
  "m-0 w-full border-0 p-0 font-serif text-read font-normal tracking-normal whitespace-pre-wrap [overflow-wrap:break-word] [tab-size:4] [text-rendering:inherit] [text-wrap:wrap] [word-spacing:normal]"

/**
 * The text as it is typed: a real textarea, so that undo, spelling, dictation and every other thing of the browser's work,
 * over a layer of the same words, unseen, that carries the marks.
 */
export function Prose(props: ProseProps) {
  const { text, segments, awake, lit, marked, describedBy, area, marks, onText, onCaret } = props
  const composing = useRef(false)
  return (
    <div className="relative before:absolute before:inset-y-0 before:-left-2.5 before:border-l before:border-transparent has-[textarea:focus-visible]:before:border-accent-line sm:before:-left-4">
      {marked && (
        <div ref={marks} aria-hidden="true" className={cx(TYPE, "min-h-64 text-transparent select-none")}>
          {segments.map((segment) => (
            <Piece
              key={segment.start}
              segment={segment}
              text={text.slice(segment.start, segment.end)}
              look={cx(
                segment.hints.length > 0 &&
                  (awake !== undefined && segment.hints.includes(awake)
                    ? "underline decoration-accent decoration-2 underline-offset-[5px]"
                    : "underline decoration-edge decoration-1 underline-offset-[5px]"),
                lit !== undefined && segment.part === lit && "bg-wash py-[3px]",
              )}
            />
          ))}
          {/* A line that was only just begun is as high as one with words. */}
          {"\u200b"}
        </div>
      )}
      <textarea
        ref={area}
        value={text}
        aria-label="Your story"
        aria-describedby={describedBy}
        placeholder="Begin with where you were, or with what went wrong."
        spellCheck
        className={cx(
          TYPE,
          "resize-none bg-transparent text-ink outline-none",
          marked ? "absolute inset-0 h-full overflow-hidden" : "block h-[70vh] overflow-y-auto",
        )}
        onChange={(event) => onText(event.target.value)}
        onCompositionStart={() => (composing.current = true)}
        onCompositionEnd={() => (composing.current = false)}
        onSelect={({ currentTarget }) => {
          if (!composing.current && currentTarget.selectionStart === currentTarget.selectionEnd)
            onCaret(currentTarget.selectionStart)
        }}
      />
    </div>
  )
}

function Piece({ segment, text, look }: { segment: Segment; text: string; look: string }) {
  return (
    <span
      data-run={segment.run}
      data-hints={segment.hints.length > 0 ? segment.hints.join(" ") : undefined}
      className={cx("scroll-my-64 box-decoration-clone [text-decoration-skip-ink:none]", look)}
    >
      {text}
    </span>
  )
}
