import type { Flag } from "@backfill/contract"
import type { Kit } from "@backfill/core"
import { EmptyState } from "../../ui/index.ts"
import { BookLink, useBook } from "./book-context.tsx"
import { FlagNote } from "./flag-note.tsx"
import { exerciseAt, questionAt } from "./pages.ts"
import { Part } from "./part.tsx"

/** Every flag on the kit that one may read: open ones first, then what was done about the others. */
export function FlagsPage() {
  const { flags, author } = useBook()
  const open = flags.filter(({ state }) => state === "open")
  const closed = flags.filter(({ state }) => state === "resolved")
  return (
    <article className="grid max-w-2xl gap-8">
      <header className="grid gap-2">
        <h1 className="lead" data-book-title="" tabIndex={-1}>
          {title(open.length, author)}
        </h1>
        <p className="read max-w-measure text-ink-2">
          {author
            ? "What interviewers say of a question after asking it. A flag changes nothing by itself: edit the kit, then close the flag with a word on what was done."
            : "What you said of questions and exercises. The kit’s authors read it and close it with a word."}
        </p>
      </header>
      {flags.length === 0 && (
        <EmptyState title="Nothing flagged yet">
          <p>
            A question that is unclear, known outside or beyond everybody can be flagged on its page or in the
            talk.
          </p>
        </EmptyState>
      )}
      {open.length > 0 && <FlagList id="open" title="Open" flags={open} />}
      {closed.length > 0 && <FlagList id="closed" title="Closed" flags={closed} />}
    </article>
  )
}

function title(open: number, author: boolean): string {
  if (!author) return "Your flags"
  return open === 0 ? "No open flags" : open === 1 ? "One open flag" : `${open} open flags`
}

function FlagList({ id, title, flags }: { id: string; title: string; flags: ReadonlyArray<Flag> }) {
  const { kit, author } = useBook()
  return (
    <Part id={id} title={title} rule={id === "open" ? "ink" : "hair"}>
      <ul>
        {flags.map((flag) => (
          <FlagNote key={flag.id} flag={flag} author={author} about={<About kit={kit} flag={flag} />} />
        ))}
      </ul>
    </Part>
  )
}

function About({ kit, flag: { item } }: { kit: Kit; flag: Flag }) {
  const found = (item.kind === "question" ? kit.questions : kit.exercises).find(({ id }) => id === item.id)
  if (!found) return <p className="text-ink-2">{item.id}, which this version of the kit no longer holds</p>
  return (
    <p>
      <BookLink at={item.kind === "question" ? questionAt(item.id) : exerciseAt(item.id)}>
        {found.title}
      </BookLink>
    </p>
  )
}
