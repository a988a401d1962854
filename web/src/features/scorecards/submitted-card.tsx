import type { Scorecard } from "@backfill/contract"
import { Button, Changed, NotAsked, Section, Time } from "../../ui/index.ts"
import { OfferText } from "./evidence-list.tsx"
import type { Judged } from "./judged.ts"
import { verdictWords } from "./verdict-words.ts"

/** A card that is in: what it says, and what it said before each amendment. */
export function SubmittedCard({
  card,
  items,
  onAmend,
}: {
  card: Scorecard
  items: ReadonlyArray<Judged>
  onAmend: () => void
}) {
  return (
    <div className="grid gap-10">
      <Section
        title={card.recommendation ? verdictWords(card.recommendation) : "No recommendation"}
        note={
          card.submittedAt && (
            <>
              submitted <Time at={card.submittedAt} form="absolute" />
            </>
          )
        }
        aside={<Button onClick={onAmend}>Amend</Button>}
      >
        <p className="read max-w-measure">{card.reason}</p>
      </Section>
      <Section title="Scores">
        <ol>
          {items.map((item) => (
            <ScoredItem key={item.id} item={item} card={card} />
          ))}
        </ol>
      </Section>
      {card.amendments.length > 0 && (
        <Section title="Amendments" note="the original stays with the card">
          <ol>
            {card.amendments.map((amendment) => (
              <li key={amendment.at} className="grid gap-1 border-b border-rule py-3">
                <p className="text-small text-ink-2">
                  <Time at={amendment.at} form="absolute" />,{" "}
                  {amendment.phase === "after-debrief" ? "after the debrief opened" : "before the debrief"}
                </p>
                <p className="max-w-measure">{amendment.reason}</p>
                <p className="text-small text-ink-2">
                  Before:{" "}
                  {amendment.before
                    .map(
                      ({ itemId, score }) =>
                        `${items.find(({ id }) => id === itemId)?.title ?? itemId} ${score ?? "not assessed"}`,
                    )
                    .join(", ")}
                  {amendment.recommendationBefore &&
                    `; recommendation: ${verdictWords(amendment.recommendationBefore).toLowerCase()}`}
                </p>
              </li>
            ))}
          </ol>
        </Section>
      )}
    </div>
  )
}

function ScoredItem({ item, card }: { item: Judged; card: Scorecard }) {
  const rating = card.ratings.find(({ itemId }) => itemId === item.id)
  const first = card.amendments[0]?.before.find(({ itemId }) => itemId === item.id)
  const score = rating?.score ?? null
  const shown =
    score === null ? (
      <NotAsked />
    ) : first && first.score !== score ? (
      <Changed from={first.score ?? "–"} to={score} />
    ) : (
      score
    )
  return (
    <li className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-2 border-b border-rule py-3">
      <span className="text-[1.375rem]/7">{shown}</span>
      <div className="grid gap-2">
        <h3 className="font-semibold">{item.title}</h3>
        {score === null ? (
          <p className="text-ink-2">Not assessed</p>
        ) : (
          <p className="read max-w-measure text-[1rem]/6.5">{item.anchors[score - 1]}</p>
        )}
        {rating?.comment && <p className="max-w-measure whitespace-pre-line text-ink-2">{rating.comment}</p>}
        {rating && rating.evidence.length > 0 && (
          <ul className="grid max-w-measure gap-1 border-l border-edge pl-3 text-ink-2">
            {rating.evidence.map((cited) => (
              <li key={cited.ref}>
                <OfferText offer={cited} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}
