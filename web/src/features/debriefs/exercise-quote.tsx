import { addressOf, api, type EvidenceSource } from "@backfill/contract"
import { useState } from "react"
import { cx, Link } from "../../ui/index.ts"

/** A part of what was handed in, one press away from the words around it, or the file it is. */
export function ExerciseQuote({ quote, source }: { quote: string; source: EvidenceSource }) {
  const [open, setOpen] = useState(false)
  if (source.kind === "file")
    return (
      <>
        <p className="[overflow-wrap:anywhere]">
          <Link
            href={addressOf(api.attempts.file, { attemptId: source.attemptId, fileId: source.fileId })}
            download={source.name}
          >
            {quote}
          </Link>
        </p>
        <p className="text-small text-ink-2">a file handed in for {source.title}</p>
      </>
    )
  if (source.kind === "recording")
    return (
      <>
        <blockquote className="[overflow-wrap:anywhere]">{quote}</blockquote>
        <p className="text-small text-ink-2">
          {source.endMs === null
            ? "a recording"
            : `${clock(source.startMs)} to ${clock(source.endMs)} of a recording`}{" "}
          handed in for {source.title}
        </p>
      </>
    )
  return (
    <>
      <blockquote
        className={cx(
          "[overflow-wrap:anywhere]",
          source.code
            ? "code whitespace-pre-wrap"
            : open
              ? "font-serif text-[1rem]/6.5 whitespace-pre-wrap"
              : "read leading-6.5 whitespace-pre-line",
          open && "-mx-3 max-h-80 overflow-y-auto border-l border-accent-line bg-sunk px-3 py-2 text-ink-2",
        )}
        tabIndex={open ? 0 : undefined}
      >
        {open && source.before}
        {open ? (
          <mark ref={bringUp} className="bg-wash text-ink">
            {quote}
          </mark>
        ) : (
          quote
        )}
        {open && source.after}
      </blockquote>
      <p className="flex flex-wrap gap-x-4 text-small text-ink-2">
        <span>handed in for {source.title}</span>
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="word min-h-6 cursor-pointer text-ink-2"
        >
          {open ? "Show the quote alone" : "Show where it stands"}
        </button>
      </p>
    </>
  )
}

const clock = (ms: number) =>
  `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, "0")}`

/** Brings the marked words into view, where the words before them fill the frame. */
const bringUp = (mark: HTMLElement | null) => mark?.scrollIntoView({ block: "nearest" })
