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
  )
}
