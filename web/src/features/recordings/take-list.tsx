import { Button, Section, Time } from "../../ui/index.ts"
import { type ShownTake, takeName } from "./shown-takes.ts"
import { takeLine } from "./where-words.ts"

type TakeListProps = {
  takes: ReadonlyArray<ShownTake>
  note: string
  /** The one that is being looked at. */
  current: string | undefined
  onLook: (take: ShownTake) => void
  onRemove: (take: ShownTake) => void
}

/** The takes so far, each with how long it is and where it is. */
export function TakeList({ takes, note, current, onLook, onRemove }: TakeListProps) {
  const shown = takes.filter(({ where }) => where.at !== "recording")
  if (shown.length === 0 || (shown.length === 1 && shown[0]?.key === current)) return null
  return (
    <Section title="Your takes" note={note} rule="hair">
      <ul>
        {shown.map((take) => (
          <li
            key={take.key}
            aria-current={take.key === current || undefined}
            className="flex flex-wrap items-center justify-between gap-x-6 border-b border-rule py-1.5"
          >
            <span className="min-w-0">
              {takeName(take)}{" "}
              <span className="text-small text-ink-2">
                {takeLine(take)}, <Time at={new Date(take.createdAt).toISOString()} form="relative" />
              </span>
            </span>
            <span className="flex gap-x-5">
              {take.key !== current && take.where.at !== "elsewhere" && (
                <Button aria-label={`Watch ${takeName(take)}`} onClick={() => onLook(take)}>
                  Watch
                </Button>
              )}
              <Button variant="danger" aria-label={`Delete ${takeName(take)}`} onClick={() => onRemove(take)}>
                Delete
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
