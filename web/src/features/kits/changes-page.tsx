import type { PinnedChanges } from "@backfill/contract"
import { EmptyState, Time } from "../../ui/index.ts"
import { BookLink, useBook } from "./book-context.tsx"
import { changesTitle, kindWords, pageOfChange } from "./change-words.ts"
import { Part } from "./part.tsx"

const kinds = ["changed", "added", "removed"] as const

/** What has changed on disk since the opening pinned its kit, in words, and what that means for scores. */
export function ChangesPage({ changes }: { changes: PinnedChanges }) {
  const { pinned, now } = changes
  return (
    <article className="grid gap-8">
      <header className="grid max-w-2xl gap-3">
        <h1 className="lead" data-book-title="" tabIndex={-1}>
          {changesTitle(changes)}
        </h1>
        <p className="read text-ink-2">
          This opening keeps version {pinned.version} as it was pinned <Time at={pinned.at} form="absolute" />
          , whatever happens on disk{now && `, where it is version ${now.version} now`}.
        </p>
        {now && !changes.same && <Verdict changes={changes} />}
      </header>
      {changes.changes.length === 0 && (
        <EmptyState title={now ? "Nothing a panel reads differs" : "Nothing to compare with"}>
          <p>
            {now
              ? "What was edited is for practice only, or only its layout."
              : "The kit’s folder is gone or has errors. What is pinned here is whole and stays in use."}
          </p>
        </EmptyState>
      )}
      {kinds.map((kind) => (
        <ChangeList key={kind} kind={kind} changes={changes.changes.filter((one) => one.kind === kind)} />
      ))}
    </article>
  )
}

function Verdict({ changes }: { changes: PinnedChanges }) {
  if (changes.comparable)
    return (
      <p>
        Scores given with either version can stand in one table: nothing that is asked or scored by has
        changed.
      </p>
    )
  return (
    <div className="grid gap-1">
      <p>
        <span className="font-semibold text-warn">Not comparable:</span> scores of what is marked below mean
        something else in a new opening.
      </p>
      {changes.composite.length > 0 && (
        <p className="text-ink-2">Composites too: {changes.composite.join("; ")}.</p>
      )}
    </div>
  )
}

type Changes = PinnedChanges["changes"]

function ChangeList({ kind, changes }: { kind: (typeof kinds)[number]; changes: Changes }) {
  const { kit } = useBook()
  if (changes.length === 0) return null
  return (
    <Part id={kind} title={kindWords[kind]} note={String(changes.length)} rule="ink">
      <ul className="max-w-3xl">
        {changes.map((change) => {
          const at = kind === "added" ? undefined : pageOfChange(change, kit)
          return (
            <li
              key={`${change.noun} ${change.id}`}
              className="grid gap-1 border-b border-rule py-2.5 first:pt-0"
            >
              <p className="flex flex-wrap items-baseline gap-x-3">
                <span className="text-small text-ink-2">{change.noun}</span>
                {at ? <BookLink at={at}>{change.title}</BookLink> : change.title}
                {change.measuresAnew && (
                  <span className="text-small font-semibold text-warn">not comparable</span>
                )}
              </p>
              {change.details.length > 0 && (
                <ul className="grid gap-1">
                  {change.details.map((detail) => (
                    <li
                      key={detail}
                      className="read max-w-measure text-[1rem]/6 text-ink-2 [overflow-wrap:anywhere]"
                    >
                      {detail}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ul>
    </Part>
  )
}
