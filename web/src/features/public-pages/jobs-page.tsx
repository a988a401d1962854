import { useQuery } from "@tanstack/react-query"
import { ProblemState } from "../../app/index.ts"
import { EmptyState, Link, Loading, PageHeader } from "../../ui/index.ts"
import { Frame } from "./frame.tsx"
import { placeAndLevel } from "./level-words.ts"
import { openingsQuery } from "./public-queries.ts"

/** The roles anyone can apply to. */
export function JobsPage() {
  const openings = useQuery(openingsQuery)
  if (!openings.data)
    return (
      <Frame>
        {openings.error ? (
          <ProblemState page error={openings.error} retry={() => void openings.refetch()} />
        ) : (
          <Loading label="Loading the open roles" />
        )}
      </Frame>
    )
  const { organisation, items } = openings.data
  return (
    <Frame from={organisation}>
      <PageHeader
        title={items.length === 0 ? "No open roles just now" : "Open roles"}
        under={
          items.length === 0 ? undefined : "You need no account to apply, and you can stop and go on later."
        }
      />
      {items.length === 0 && (
        <EmptyState title="Roles appear here as soon as one opens">
          Applied already? The link you were given still leads to your own page.
        </EmptyState>
      )}
      <ul className="border-t border-rule-strong">
        {items.map((opening) => (
          <li key={opening.slug} className="relative border-b border-rule py-4">
            <Link
              to="/jobs/$slug"
              params={{ slug: opening.slug }}
              className="read block break-words after:absolute after:inset-0"
            >
              {opening.title}
            </Link>
            <span className="text-ink-2">{placeAndLevel(opening)}</span>
          </li>
        ))}
      </ul>
    </Frame>
  )
}
