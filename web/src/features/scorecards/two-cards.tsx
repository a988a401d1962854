import { OtherVersion } from "../../ui/other-version.tsx"
import { amendedLines } from "./amended.ts"
import { contentOf } from "./card-draft.ts"
import type { CardWork } from "./use-card.ts"

/** The card was saved here and in another window: says how the other one differs, and lets one choose. */
export function TwoCards({
  work,
  items,
}: {
  work: CardWork
  items: ReadonlyArray<{ id: string; title: string }>
}) {
  const { theirs, draft, keepMine, takeTheirs } = work
  if (!theirs) return null
  const mine = contentOf(
    draft,
    items.map(({ id }) => id),
  )
  return (
    <div ref={bringUp} className="mt-4 scroll-my-48">
      <OtherVersion
        told="This card was saved from another window or device."
        onKeep={keepMine}
        onTake={takeTheirs}
      >
        <ul>
          {amendedLines(mine, theirs, items).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {theirs.reason !== mine.reason && <p className="read mt-2 whitespace-pre-wrap">{theirs.reason}</p>}
      </OtherVersion>
    </div>
  )
}

/** The bar at the foot of a card would cover it; scrolls it clear of that as it appears. */
const bringUp = (element: HTMLElement | null) => element?.scrollIntoView({ block: "nearest" })
