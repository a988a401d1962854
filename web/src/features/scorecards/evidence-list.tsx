import { Checkbox, clockFigures, EmptyState } from "../../ui/index.ts"
import { anySign, NoteText, SignMark } from "../interviews/note-line.tsx"
import { indexOf, type Offer } from "./judged.ts"

type EvidenceListProps = {
  offers: ReadonlyArray<Offer>
  cited: ReadonlyArray<{ ref: string }>
  onChange: (offer: Offer, cited: boolean) => void
  disabled?: boolean
  /** Words can be marked in what was handed in. */
  markable?: boolean
}

/** One's own notes and signs at the item, and parts of what was handed in: what is ticked here is cited. */
export function EvidenceList(props: EvidenceListProps) {
  const { offers, cited, onChange, disabled = false, markable = false } = props
  if (offers.length === 0)
    return markable ? (
      <EmptyState title="Nothing cited yet">
        Mark words or a part of what they handed in, and cite it. Notes that you write in the console come
        here too.
      </EmptyState>
    ) : (
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
      {offer.kind === "note" ? <NoteText inline text={offer.quote} bounds={anySign} /> : offer.quote}
      {offer.kind === "attempt" && (
        <span className="ml-2 text-small whitespace-nowrap text-ink-3">
          {offer.ref.endsWith("#whole")
            ? "file handed in"
            : offer.ref.includes("#time=")
              ? "recording"
              : "handed in"}
        </span>
      )}
      {offer.second !== undefined && (
        <span className="ml-2 font-mono text-small text-ink-3">{clockFigures(offer.second)}</span>
      )}
    </span>
  )
}
