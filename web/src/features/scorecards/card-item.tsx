import type { Attempt } from "@backfill/contract"
import { AnchorPicker, Checkbox, Field, FieldError, Section, TextArea } from "../../ui/index.ts"
import { type CardProblem, type Entry, openEntry } from "./card-draft.ts"
import { EvidenceList } from "./evidence-list.tsx"
import { fileOffers } from "./hand-in.ts"
import { HandedIn } from "./handed-in.tsx"
import type { Judged, Offer } from "./judged.ts"

type CardItemProps = {
  item: Judged
  entry: Entry | undefined
  offers: ReadonlyArray<Offer>
  problem: CardProblem | undefined
  /** What was handed in for an exercise, where anything was. */
  attempt: Attempt | undefined
  onChange: (part: Partial<Entry>) => void
}

/** Adds a citation, or takes it back. */
export function citing(entry: Entry, { kind, ref, quote }: Offer, cited: boolean): Partial<Entry> {
  const others = entry.evidence.filter((known) => known.ref !== ref)
  return { evidence: cited ? [...others, { kind, ref, quote: quote.slice(0, 4000) }] : others }
}

/** What there is to tick: one's own, the files handed in, and the passages marked so far. */
function allOffers(entry: Entry, own: ReadonlyArray<Offer>, attempt: Attempt | undefined): Offer[] {
  const known = [...own, ...(attempt ? fileOffers(attempt) : [])]
  const marked = entry.evidence.filter(
    ({ kind, ref }) => kind === "attempt" && !known.some((offer) => offer.ref === ref),
  )
  return [...known, ...marked.map((passage): Offer => ({ ...passage, second: undefined }))]
}

/** One question or exercise: its anchors to choose among, and beside them what there is to cite. */
export function CardItem({ item, entry = openEntry, offers, problem, attempt, onChange }: CardItemProps) {
  const not = entry.score === "not"
  const cite = (offer: Offer, cited: boolean) => onChange(citing(entry, offer, cited))
  return (
    <div className="grid gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid min-w-0 content-start gap-5">
        <div>
          <p className="text-small text-ink-2">{item.competencies || item.title}</p>
          <h2 className="mt-1 max-w-measure font-serif text-[1.375rem]/8 text-pretty">{item.wording}</h2>
          {item.expected && <p className="read mt-2 max-w-measure text-ink-2">{item.expected}</p>}
        </div>
        {attempt && (
          <HandedIn
            attempt={attempt}
            cited={entry.evidence}
            onCite={not ? undefined : (offer) => cite(offer, true)}
          />
        )}
        <AnchorPicker
          legend={`How was it answered? ${item.title}`}
          legendHidden
          anchors={item.anchors.map((text, at) => ({ score: at + 1, text }))}
          value={typeof entry.score === "number" ? entry.score : undefined}
          onChange={(score) => onChange({ score })}
          error={entry.score === undefined ? problem?.message : undefined}
        />
        <Checkbox
          label="Not assessed"
          help="It wasn’t asked, or there was too little to go on. It counts neither for nor against."
          checked={not}
          onChange={(event) =>
            onChange(event.target.checked ? { score: "not", evidence: [] } : { score: undefined })
          }
        />
        <Field label="Comment" optional>
          <TextArea
            value={entry.comment}
            maxLength={4000}
            rows={2}
            onChange={(event) => onChange({ comment: event.target.value })}
          />
        </Field>
      </div>
      <Section
        title="Evidence"
        note={
          not
            ? "none needed"
            : entry.evidence.length > 0
              ? `${entry.evidence.length} cited`
              : "tick what the score rests on"
        }
        rule="hair"
      >
        {problem && entry.score !== undefined && (
          <div className="mb-2">
            <FieldError>{problem.message}</FieldError>
          </div>
        )}
        <EvidenceList
          offers={allOffers(entry, offers, attempt)}
          cited={entry.evidence}
          disabled={not}
          markable={
            attempt !== undefined && (attempt.text.trim() !== "" || attempt.type === "video-response")
          }
          onChange={cite}
        />
      </Section>
    </div>
  )
}
