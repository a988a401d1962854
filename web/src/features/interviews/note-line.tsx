import type { NoteEntry } from "@backfill/contract"
import { parseNote, tickText, type TickBounds } from "@backfill/core"
import { clockFigures, cx } from "../../ui/index.ts"

/** A sign as it stands in the notes: `+3` in teal, `−2` in ink. */
export function SignMark({ index }: { index: number }) {
  const tick = { sign: index > 0 ? ("good" as const) : ("warning" as const), number: Math.abs(index) }
  return (
    <span className={cx("font-mono text-small font-semibold", index > 0 ? "text-accent" : "text-ink")}>
      <span aria-hidden="true">{tickText(tick)}</span>
      <span className="sr-only">{`${tick.sign} sign ${tick.number} `}</span>
    </span>
  )
}

/** For notes that come without the number of signs of their question: what was typed like a tick is shown as one. */
export const anySign: TickBounds = { good: 99, warning: 99 }

/** A note as it was written, with the signs it ticks set off. */
export function NoteText({
  text,
  bounds,
  inline = false,
}: {
  text: string
  bounds: TickBounds
  /** Something may follow its last line. */
  inline?: boolean
}) {
  return parseNote(text, bounds).map((line, at, lines) => (
    <span
      key={at}
      className={cx("[overflow-wrap:anywhere]", !(inline && at === lines.length - 1) && "block")}
    >
      {line.tick && (
        <>
          <SignMark index={line.tick.sign === "good" ? line.tick.number : -line.tick.number} />{" "}
        </>
      )}
      {line.text}
    </span>
  ))
}

type NoteLineProps = { note: NoteEntry; bounds: TickBounds; onEdit: (note: NoteEntry) => void }

/** One finished line, stamped; pressing it takes it up again in its place. */
export function NoteLine({ note, bounds, onEdit }: NoteLineProps) {
  return (
    <li>
      <button
        type="button"
        onClick={() => onEdit(note)}
        title="Edit this line"
        className="grid w-full cursor-text grid-cols-[52px_1fr] py-1 text-left leading-5.25 hover:bg-sunk"
      >
        <Stamp second={note.atSeconds} />
        <span>
          <NoteText text={note.text} bounds={bounds} />
        </span>
      </button>
    </li>
  )
}

export function Stamp({ second }: { second: number }) {
  return <span className="font-mono text-small/5.25 text-ink-3">{clockFigures(second)}</span>
}
