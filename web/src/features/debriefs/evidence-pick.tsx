import type { DebriefRow, Decision } from "@backfill/contract"
import { useState } from "react"
import { Checkbox, clockFigures } from "../../ui/index.ts"
import { SignMark } from "../interviews/note-line.tsx"
import { indexOf } from "../scorecards/judged.ts"

type Evidence = Decision["reasons"][number]["evidence"][number]
type Offer = Evidence & { rater: string; at: number | null }

type EvidencePickProps = {
  row: DebriefRow
  names: ReadonlyMap<string, string>
  picked: ReadonlyArray<Evidence>
  onChange: (evidence: Evidence[]) => void
}

/** What the raters of a competency cited and wrote, each once. */
function offersOf(row: DebriefRow, names: ReadonlyMap<string, string>): Offer[] {
  const all = row.ratings.flatMap((rating): Offer[] => {
    const rater = names.get(rating.raterId) ?? ""
    return [
      ...rating.evidence.map(({ kind, ref, quote, atSeconds }) => ({
        kind,
        ref,
        quote,
        rater,
        at: atSeconds,
      })),
      ...rating.notes.map(
        (note): Offer => ({ kind: "note", ref: note.id, quote: note.text, rater, at: note.atSeconds }),
      ),
    ]
  })
  return [
    ...new Map(all.toReversed().map((offer) => [`${offer.rater}/${offer.ref}`, offer])).values(),
  ].toReversed()
}

/** The evidence of a reason: what is picked stands as words, and unfolds to all there is to pick from. */
export function EvidencePick({ row, names, picked, onChange }: EvidencePickProps) {
  const [open, setOpen] = useState(false)
  const offers = offersOf(row, names)
  const refs = new Set(picked.map(({ ref }) => ref))
  const label =
    picked.length === 0
      ? "Pick evidence"
      : picked
          .map(({ ref, quote }) => offers.find((offer) => offer.ref === ref)?.rater ?? quote.slice(0, 20))
          .join(", ")
  if (offers.length === 0)
    return (
      <p className="text-small text-ink-3">Nothing was written or cited here, so the reason stands alone.</p>
    )
  return (
    <div>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="word min-h-6 cursor-pointer text-left text-small text-ink-2"
      >
        {picked.length > 0 && <span className="text-ink">{picked.length} cited: </span>}
        {label}
      </button>
      {open && (
        <ul className="mt-1 border-t border-rule">
          {offers.map(({ rater, at, ...cited }) => (
            <li key={`${rater}/${cited.ref}`} className="border-b border-rule">
              <Checkbox
                checked={refs.has(cited.ref)}
                onChange={(event) =>
                  onChange(
                    event.target.checked ? [...picked, cited] : picked.filter(({ ref }) => ref !== cited.ref),
                  )
                }
                label={
                  <span className="whitespace-pre-line [overflow-wrap:anywhere]">
                    {cited.kind === "tick" && (
                      <>
                        <SignMark index={indexOf(cited.ref)} />{" "}
                      </>
                    )}
                    {cited.quote}
                  </span>
                }
                help={at === null ? rater : `${rater}, ${clockFigures(at)}`}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
