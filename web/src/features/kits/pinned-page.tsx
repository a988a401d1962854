import type { PinnedChanges } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { useParams } from "@tanstack/react-router"
import { ProblemState } from "../../app/index.ts"
import { Link, Loading, Time } from "../../ui/index.ts"
import { Book } from "./book.tsx"
import { BookLink } from "./book-context.tsx"
import { ChangesPage } from "./changes-page.tsx"
import { countWords } from "./change-words.ts"
import { kitPage } from "./kit-content.tsx"
import { changesQuery, openingQuery, pinnedKitQuery } from "./queries.ts"

/** The kit an opening has pinned, read at the opening's level, and what has changed on disk since. */
export function PinnedPage() {
  const { openingId = "" }: { openingId?: string } = useParams({ strict: false })
  const opening = useQuery(openingQuery(openingId))
  const kit = useQuery(pinnedKitQuery(openingId))
  const changes = useQuery(changesQuery(openingId))
  const failed = [opening, kit, changes].find(({ error }) => error)
  if (failed)
    return (
      <ProblemState page error={failed.error} retry={() => void failed.refetch()}>
        <Link to="/openings">All openings</Link>
      </ProblemState>
    )
  if (!opening.data || !kit.data || !changes.data)
    return <Loading label="Loading the opening’s kit" lines={8} />
  const [pinned, since] = [kit.data, changes.data]
  return (
    <Book
      key={openingId}
      kit={pinned}
      source={{ kind: "opening", openingId }}
      level={opening.data.level}
      over={
        <>
          <Link to="/openings">Openings</Link>
          <span aria-hidden="true">/</span>
          <Link to="/openings/$openingId" params={{ openingId }}>
            {opening.data.title}
          </Link>
        </>
      }
      notice={<Since changes={since} />}
      extra={[
        {
          at: "changes",
          title: "What changed since",
          ...(since.changes.length > 0 ? { note: String(since.changes.length) } : {}),
        },
      ]}
      page={(at) => (at === "changes" ? <ChangesPage changes={since} /> : kitPage(pinned, at))}
    />
  )
}

function Since({ changes }: { changes: PinnedChanges }) {
  return (
    <p className="text-small text-ink-2">
      As pinned <Time at={changes.pinned.at} form="relative" />.{" "}
      {!changes.now ? (
        <BookLink at="changes">The kit on disk can’t be read now.</BookLink>
      ) : changes.changes.length > 0 ? (
        <BookLink at="changes">The kit on disk has changed since: {countWords(changes.changes)}</BookLink>
      ) : (
        "The kit on disk is the same."
      )}
    </p>
  )
}
