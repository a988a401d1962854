import { useEffect, useMemo, useRef } from "react"
import { cx } from "../../ui/index.ts"
import { type Range, textParts, trimmed } from "./text-parts.ts"

type ResumeTextProps = {
  text: string
  redactions: ReadonlyArray<Range & { kind: string }>
  cited: ReadonlyArray<Range>
  /** What is marked to be cited next. */
  chosen: Range | undefined
  onChoose: (range: Range | undefined) => void
  /** It is code, so it is set as code. */
  code?: boolean
}

/** The résumé as its readers may see it: what would tell who it is stands as blocks, what is cited is underlined. */
export function ResumeText({ text, redactions, cited, chosen, onChoose, code = false }: ResumeTextProps) {
  const frame = useRef<HTMLDivElement>(null)
  const parts = useMemo(() => textParts(text, redactions, cited, chosen), [text, redactions, cited, chosen])
  useEffect(() => {
    frame.current?.querySelector("[data-chosen]")?.scrollIntoView({ block: "nearest" })
  }, [chosen])
  const choose = () => {
    const range = frame.current && selectedIn(frame.current)
    if (!range) return
    onChoose(trimmed(text, range))
  }
  return (
    <div
      ref={frame}
      onMouseUp={choose}
      onTouchEnd={choose}
      className={cx(
        "max-w-[44rem] [overflow-wrap:anywhere] whitespace-pre-wrap",
        code ? "code" : "font-serif text-[1rem]/7",
      )}
    >
      {parts.map((part) =>
        part.covered === undefined ? (
          <span
            key={part.start}
            data-chosen={part.chosen ? "" : undefined}
            className={cx(
              part.cited && "underline decoration-accent decoration-2 underline-offset-4",
              part.chosen && "bg-wash",
            )}
          >
            {part.text}
          </span>
        ) : (
          <span
            key={part.start}
            title="Covered while you read"
            className="rounded-control bg-rule px-0.5 font-sans text-[0.875rem] text-ink-2"
          >
            {part.text}
          </span>
        ),
      )}
    </div>
  )
}

/** Where the browser's selection begins and ends, counted in the text. */
function selectedIn(frame: HTMLElement): Range | undefined {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0)
  if (!frame.contains(startContainer) || !frame.contains(endContainer)) return undefined
  const start = offsetOf(frame, startContainer, startOffset)
  const end = offsetOf(frame, endContainer, endOffset)
  return start < end ? { start, end } : undefined
}

function offsetOf(frame: HTMLElement, container: Node, offset: number): number {
  const before = document.createRange()
  before.setStart(frame, 0)
  before.setEnd(container, offset)
  return before.toString().length
}
