import { addressOf, api, type EvidenceSource } from "@backfill/contract"
import { useState } from "react"
import { clockFigures, cx, Link } from "../../ui/index.ts"
import { TakePlayer } from "../recordings/index.ts"

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
        <details
          className="text-small text-ink-2"
          onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
        >
          <summary className="cursor-pointer hover:text-accent">
            {source.endMs === null
              ? "a recording"
              : `${clockFigures(source.startMs / 1000)} to ${clockFigures(source.endMs / 1000)} of a recording`}{" "}
            handed in for {source.title}
          </summary>
          <div className="mt-2">
            {open && (
              <TakePlayer src={mediaAt(source)} kind="video" label={`The recording for ${source.title}`} />
            )}
          </div>
        </details>
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

/** Where the cited part plays from; the fragment is the browser's own way to name a part. */
function mediaAt({ attemptId, recordingId, startMs, endMs }: Extract<EvidenceSource, { kind: "recording" }>) {
  const to = endMs === null ? "" : `,${endMs / 1000}`
  return `${addressOf(api.recordings.watch, { attemptId, recordingId })}#t=${startMs / 1000}${to}`
}

/** Brings the marked words into view, where the words before them fill the frame. */
const bringUp = (mark: HTMLElement | null) => mark?.scrollIntoView({ block: "nearest" })
