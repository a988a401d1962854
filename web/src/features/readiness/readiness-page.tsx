import type { ReadinessList } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { ProblemState } from "../../app/index.ts"
import { Loading, PageHeader } from "../../ui/index.ts"
import { ListView } from "./list-view.tsx"
import { listsQuery, progressOf } from "./queries.ts"

/** Everything to be ready with, in lists that one ticks and makes one's own. */
export function ReadinessPage() {
  const lists = useQuery(listsQuery)
  if (lists.data) return <Lists lists={lists.data.lists} />
  return (
    <>
      <PageHeader title="Readiness" />
      {lists.error ? (
        <ProblemState error={lists.error} retry={() => void lists.refetch()} />
      ) : (
        <Loading label="Loading your lists" />
      )}
    </>
  )
}

function Lists({ lists }: { lists: ReadinessList[] }) {
  return (
    <>
      <PageHeader
        over="Readiness"
        title={finding(lists)}
        under="Only you see what you tick. Every list can be changed: reword, hide, add your own."
      />
      <nav aria-label="Lists" className="mb-10 flex flex-wrap gap-x-6 gap-y-2">
        {lists.map((list) => {
          const { done, all } = progressOf(list)
          return (
            <a key={list.id} href={`#${list.id}`} className="word">
              {list.title}{" "}
              <span className="text-small text-ink-2 tabular-nums">
                {done}/{all}
              </span>
            </a>
          )
        })}
      </nav>
      <div className="grid gap-14">
        {lists.map((list) => (
          <ListView key={list.id} list={list} />
        ))}
      </div>
    </>
  )
}

/** The state of the technical list, which is what most have gaps in. */
function finding(lists: readonly ReadinessList[]): string {
  const technical = lists[0]
  if (!technical) return "Readiness"
  const { done, all } = progressOf(technical)
  if (all === 0) return "Your technical list is empty"
  if (done === 0) return `${all} technical items to look at, a quarter of an hour each`
  return done === all ? "Nothing technical is open" : `${all - done} of ${all} technical items are open`
}
