import type { StoryEntry } from "@backfill/contract"
import { useInfiniteQuery } from "@tanstack/react-query"
import { client } from "../../app/client.ts"
import { ProblemState } from "../../app/index.ts"
import { Button, cx, Link, Loading, Time } from "../../ui/index.ts"

/** What happened to an application, the latest first: when, what, who, with the evidence a press away. */
export function Story({ applicationId }: { applicationId: string }) {
  const story = useInfiniteQuery({
    queryKey: ["applications", "story", applicationId],
    queryFn: ({ signal, pageParam }) =>
      client.applications.story({
        params: { applicationId },
        query: pageParam === null ? {} : { cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  if (story.error) return <ProblemState error={story.error} retry={() => void story.refetch()} />
  if (!story.data) return <Loading label="Loading the story" lines={6} />
  return (
    <>
      <Entries entries={story.data.pages.flatMap(({ items }) => items)} />
      {story.hasNextPage && (
        <Button pending={story.isFetchingNextPage} onClick={() => void story.fetchNextPage()}>
          Show what came before
        </Button>
      )}
    </>
  )
}

function Entries({ entries }: { entries: StoryEntry[] }) {
  const latest = entries.toSorted((a, b) => b.at.localeCompare(a.at))
  if (latest.length === 0) return <p className="text-ink-2">Nothing has happened yet.</p>
  return (
    <ol>
      {latest.map((entry, at) => (
        <li
          key={entry.id}
          aria-current={entry === entries[0] ? "step" : undefined}
          className="relative grid grid-cols-[1rem_minmax(0,1fr)] gap-x-4 pb-5 sm:grid-cols-[6.5rem_1rem_minmax(0,1fr)]"
        >
          <span className="text-small text-ink-2 max-sm:col-start-2 sm:text-right">
            <Time at={entry.at} form="relative" />
          </span>
          <span aria-hidden="true" className="relative max-sm:col-start-1 max-sm:row-start-1">
            <span
              className={`absolute top-1 left-1 size-2 rounded-full ${entry === entries[0] ? "bg-accent" : "bg-edge"}`}
            />
            {at < latest.length - 1 && <span className="absolute top-4.5 -bottom-4 left-1.75 w-px bg-rule" />}
          </span>
          <div className="grid min-w-0 gap-1 max-sm:col-start-2">
            <p className={cx("[overflow-wrap:anywhere]", entry === entries[0] && "font-semibold")}>
              {entry.title}
              {entry.by && !entry.title.includes(entry.by) && (
                <span className="font-normal text-ink-2">, {entry.by}</span>
              )}
            </p>
            {entry.detail && (
              <p
                className={cx(
                  "max-w-measure break-words whitespace-pre-wrap",
                  isFact(entry.kind) ? "text-ink-2" : "read text-[1rem]/6",
                )}
              >
                {entry.detail}
              </p>
            )}
            {entry.link && (
              <p className="text-small">
                <Link to={entry.link.to}>{entry.link.label}</Link>
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** Whether an entry's detail is a time or a choice, not words that somebody wrote. */
const isFact = (kind: string): boolean => kind.startsWith("interview-") || kind.startsWith("adjustments-")
