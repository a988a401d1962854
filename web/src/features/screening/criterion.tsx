import type { Screen } from "@backfill/contract"
import { AnchorPicker, Button, Checkbox, Field, Kbd, TextArea } from "../../ui/index.ts"
import { type CardProblem, type Entry, isDone, openEntry } from "../scorecards/card-draft.ts"
import { cx } from "../../ui/index.ts"

type Criterion = Screen["criteria"][number]

type CriterionHeadProps = {
  criterion: Criterion
  entry: Entry | undefined
  current: boolean
  missing: boolean
  onOpen: () => void
}

/** A criterion as one line: its score so far and its name. */
export function CriterionHead({ criterion, entry, current, missing, onOpen }: CriterionHeadProps) {
  const score = entry?.score === "not" ? "–" : (entry?.score ?? "")
  return (
    <button
      type="button"
      aria-expanded={current}
      onClick={onOpen}
      className={cx(
        "flex min-h-(--control) w-full cursor-pointer items-center gap-3 py-1.5 text-left hover:text-ink",
        current ? "font-semibold" : "text-ink-2",
      )}
    >
      <span
        className={cx(
          "grid size-6 shrink-0 place-items-center rounded-control font-mono text-small",
          isDone(entry) ? "bg-wash text-ink" : "border border-rule",
        )}
      >
        {score}
      </span>
      <span className="min-w-0 flex-1">{criterion.title}</span>
      {missing && <span className="text-small font-medium text-warn">missing</span>}
    </button>
  )
}

type CriterionBodyProps = {
  criterion: Criterion
  entry: Entry | undefined
  problem: CardProblem | undefined
  /** Words marked in the résumé, ready to be cited. */
  marked: string | undefined
  onCite: () => void
  onChange: (part: Partial<Entry>) => void
}

/** The criterion being scored: what it looks for at the level, its anchors, and what was cited for it. */
export function CriterionBody({
  criterion,
  entry = openEntry,
  problem,
  marked,
  onCite,
  onChange,
}: CriterionBodyProps) {
  return (
    <div className="grid gap-4 pt-1 pb-5">
      <div className="grid gap-1.5">
        <p className="text-ink-2">{criterion.looksFor}</p>
        <p className="read text-[1rem]/6.5">{criterion.evidence}</p>
      </div>
      <AnchorPicker
        legend={`Score for ${criterion.title}`}
        legendHidden
        anchors={criterion.anchors.map((text, at) => ({ score: at + 1, text }))}
        value={typeof entry.score === "number" ? entry.score : undefined}
        onChange={(score) => onChange({ score })}
        error={problem?.message}
      />
      <section aria-label="Cited" className="grid gap-2">
        {entry.evidence.map((cited) => (
          <blockquote
            key={cited.ref}
            className="flex items-start justify-between gap-4 border-l border-accent-line pl-3"
          >
            <span className="[overflow-wrap:anywhere] whitespace-pre-line text-ink-2">{cited.quote}</span>
            <Button
              className="text-small text-ink-2"
              aria-label="Take this citation out"
              onClick={() => onChange({ evidence: entry.evidence.filter(({ ref }) => ref !== cited.ref) })}
            >
              Take out
            </Button>
          </blockquote>
        ))}
        {marked === undefined ? (
          entry.score !== "not" && (
            <p className="text-small text-ink-2">
              Mark words in the résumé with the mouse, or lines with <Kbd keys="down" /> and{" "}
              <Kbd keys="shift+down" />, then cite them.
            </p>
          )
        ) : (
          <p className="flex flex-wrap items-center gap-x-3">
            <Button keys="c" onClick={onCite}>
              Cite the marked words
            </Button>
          </p>
        )}
      </section>
      <Checkbox
        label="Not assessed"
        help="The résumé says nothing on it."
        checked={entry.score === "not"}
        onChange={(event) =>
          onChange(event.target.checked ? { score: "not", evidence: [] } : { score: undefined })
        }
      />
      <Field label="Comment" optional>
        <TextArea
          rows={1}
          maxLength={4000}
          value={entry.comment}
          onChange={(event) => onChange({ comment: event.target.value })}
        />
      </Field>
    </div>
  )
}
