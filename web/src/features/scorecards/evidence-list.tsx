import { Checkbox, clockFigures, EmptyState } from "../../ui/index.ts"
import { SignMark } from "../interviews/note-line.tsx"
import { indexOf, type Offer } from "./judged.ts"

type EvidenceListProps = {
  offers: ReadonlyArray<Offer>
  cited: ReadonlyArray<{ ref: string }>
  onChange: (offer: Offer, cited: boolean) => void
  disabled?: boolean
}

/** One's own notes and signs at the item: what is ticked here is cited. */
export function EvidenceList({ offers, cited, onChange, disabled = false }: EvidenceListProps) {
  if (offers.length === 0)
    return (
      <EmptyState title="No notes here">
        You wrote and ticked nothing at this question, so a score would rest on nothing. Say it wasn’t
        assessed, or add a note in the console.
      </EmptyState>
    )
  const refs = new Set(cited.map(({ ref }) => ref))
  return (
    <ul className="border-t border-rule">
      {offers.map((offer) => (
        <li key={`${offer.kind}/${offer.ref}`} className="border-b border-rule">
          <Checkbox
            checked={refs.has(offer.ref)}
            disabled={disabled}
            onChange={(event) => onChange(offer, event.target.checked)}
            label={<OfferText offer={offer} />}
            className="has-checked:bg-wash -mx-2 px-2"
          />
        </li>
      ))}
    </ul>
  )
}

/** The words of an offer or a citation: a note with its time, a sign with its number. */
export function OfferText({
  offer,
}: {
  offer: { kind: string; ref: string; quote: string; second?: number | undefined }
}) {
  return (
    <span className="[overflow-wrap:anywhere] whitespace-pre-line">
      {offer.kind === "tick" && (
        <>
          <SignMark index={indexOf(offer.ref)} />{" "}
        </>
      )}
      {offer.quote}
      {offer.second !== undefined && (
        <span className="ml-2 font-mono text-small text-ink-3">{clockFigures(offer.second)}</span>
      )}
    </span>
  )
}
