import type { CardEvidence, Debrief, DebriefRating, DebriefRow } from "@backfill/contract"
import type { z } from "zod"
import { clockFigures, cx, FootKeys } from "../../ui/index.ts"
import { anySign, NoteText, SignMark } from "../interviews/note-line.tsx"
import { indexOf } from "../scorecards/judged.ts"
import { ExerciseQuote } from "./exercise-quote.tsx"
import { type Dot, otherSide, ratingsBy, scoreWords } from "./dots.ts"

export type Cited = z.infer<typeof CardEvidence>

type DotPanelProps = {
  debrief: Debrief
  row: DebriefRow
  dot: Dot
  names: ReadonlyMap<string, string>
  /** Adds a citation to the decision's reason on this competency; undefined where nothing is being decided. */
  onCite: ((competencyId: string, cited: Cited) => void) | undefined
  isCited: (ref: string) => boolean
}

/** What stands behind a dot: the anchor chosen, what others chose, the words cited, the note as written, the other side. */
export function DotPanel({ debrief, row, dot, names, onCite, isCited }: DotPanelProps) {
  const rater = debrief.raters.find(({ id }) => id === dot.raterId)?.name ?? ""
  const own = ratingsBy(row, dot.raterId)
  const other = otherSide(row, dot)
  const others = row.ratings.filter((rating) => rating.raterId !== dot.raterId && rating.score !== null)
  const cite = onCite && ((cited: Cited) => onCite(row.competencyId, cited))
  return (
    <div className="grid content-start gap-5">
      <header>
        <p className="text-small text-ink-2">
          {row.title}, {debrief.level}
        </p>
        <h2 className="font-semibold">
          {rater} chose {scoreWords(dot.score)}
        </h2>
      </header>
      {own.map((rating) => (
        <ChosenAnchor
          key={`${rating.interviewId}/${rating.itemId}`}
          rating={rating}
          several={own.length > 1}
        />
      ))}
      {others.length > 0 && (
        <ul>
          {others
            .toSorted((a, b) => (a.score ?? 0) - (b.score ?? 0))
            .map((rating) => (
              <li
                key={`${rating.raterId}/${rating.interviewId}/${rating.itemId}`}
                className="grid grid-cols-[1.75rem_1fr] border-b border-rule py-2.5 last:border-b-0"
              >
                <span className="font-semibold text-ink-2">{rating.score}</span>
                <div>
                  <p className="text-small text-ink-2">{names.get(rating.raterId)}</p>
                  <p className="font-serif text-[1rem]/6 text-ink-2">{rating.anchor}</p>
                </div>
              </li>
            ))}
        </ul>
      )}
      {own.map((rating, at) => (
        <Evidence
          key={`${rating.interviewId}/${rating.itemId}`}
          title="Evidence cited"
          opens={at === 0}
          rating={rating}
          onCite={cite}
          isCited={isCited}
        />
      ))}
      {own.map((rating) => (
        <Notes
          key={`${rating.interviewId}/${rating.itemId}`}
          rating={rating}
          onCite={cite}
          isCited={isCited}
        />
      ))}
      {other &&
        ratingsBy(row, other.raterId).map((rating) => (
          <Evidence
            key={`${rating.interviewId}/${rating.itemId}`}
            title={`${names.get(other.raterId)} cites, for ${rating.score ?? "no score"}`}
            rating={rating}
            onCite={cite}
            isCited={isCited}
          />
        ))}
      <FootKeys
        keys={[
          { keys: "j", label: "next dot" },
          { keys: "t", label: "as a table" },
          { keys: "?", label: "all keys" },
        ]}
      />
    </div>
  )
}

function ChosenAnchor({ rating, several }: { rating: DebriefRating; several: boolean }) {
  return (
    <div className="-mx-3 bg-wash px-3 py-3">
      {several && <p className="pb-1 pl-7 text-small text-ink-2">{rating.itemTitle}</p>}
      <div className="grid grid-cols-[1.75rem_1fr]">
        <span className="font-semibold text-accent">{rating.score ?? "–"}</span>
        <p className="read leading-6.5">{rating.anchor || "Not assessed"}</p>
      </div>
      {rating.sinceOpening.kind === "changed" && (
        <p className="pt-1 pl-7 text-small text-ink-2">
          {rating.sinceOpening.from ?? "not assessed"} when the cards opened
        </p>
      )}
      {rating.comment && <p className="pt-2 pl-7 whitespace-pre-line text-ink-2">{rating.comment}</p>}
    </div>
  )
}

type PartProps = {
  rating: DebriefRating
  onCite: ((cited: Cited) => void) | undefined
  isCited: (ref: string) => boolean
}

function Evidence({
  title,
  opens = false,
  rating,
  onCite,
  isCited,
}: PartProps & { title: string; opens?: boolean }) {
  if (rating.evidence.length === 0) return null
  return (
    <section
      aria-label={title}
      className={cx("grid gap-3 border-t pt-2.5", opens ? "border-rule-strong" : "border-rule")}
    >
      <p className="flex justify-between gap-4 text-small text-ink-2">
        <span>{title}</span>
        <span>{rating.roundTitle}</span>
      </p>
      {rating.evidence.map(({ kind, ref, quote, atSeconds, source }) => (
        <figure key={ref} className="grid gap-1">
          {source ? (
            <ExerciseQuote quote={quote} source={source} />
          ) : (
            <blockquote className="read leading-6.5 whitespace-pre-line [overflow-wrap:anywhere]">
              {kind === "tick" ? (
                <>
                  <SignMark index={indexOf(ref)} /> {quote}
                </>
              ) : kind === "note" ? (
                <NoteText text={quote} bounds={anySign} />
              ) : (
                quote
              )}
            </blockquote>
          )}
          <Source at={atSeconds} cited={{ kind, ref, quote }} onCite={onCite} isCited={isCited} />
        </figure>
      ))}
    </section>
  )
}

function Notes({ rating, onCite, isCited }: PartProps) {
  // What is cited stands above in the very same words.
  const cited = (note: DebriefRating["notes"][number]) =>
    rating.evidence.some(({ kind, ref, quote }) => kind === "note" && ref === note.id && quote === note.text)
  const notes = rating.notes.filter((note) => !cited(note))
  if (notes.length === 0) return null
  const title = notes.length < rating.notes.length ? "Other notes, as written" : "Notes as written"
  return (
    <section aria-label={title} className="grid gap-2 border-t border-rule pt-2.5">
      <p className="text-small text-ink-2">{title}</p>
      {notes.map((note) => (
        <div key={note.id} className="grid gap-0.5">
          <p>
            <NoteText text={note.text} bounds={anySign} />
          </p>
          <Source
            at={note.atSeconds}
            cited={{ kind: "note", ref: note.id, quote: note.text }}
            onCite={onCite}
            isCited={isCited}
          />
        </div>
      ))}
    </section>
  )
}

type SourceProps = {
  at: number | null
  cited: Cited
  onCite: ((cited: Cited) => void) | undefined
  isCited: (ref: string) => boolean
}

function Source({ at, cited, onCite, isCited }: SourceProps) {
  return (
    <p className="flex items-center gap-x-4 text-small text-ink-3">
      {at !== null && <span className="font-mono">{clockFigures(at)}</span>}
      {onCite &&
        (isCited(cited.ref) ? (
          <span>cited in the decision</span>
        ) : (
          <button
            type="button"
            onClick={() => onCite(cited)}
            className="word min-h-6 cursor-pointer text-ink-2"
          >
            Cite in the decision
          </button>
        ))}
    </p>
  )
}
