import { BookLink, useBook } from "./book-context.tsx"
import type { BookPage, Entry } from "./pages.ts"

type ContentsListProps = {
  /** Pages that aren't the kit's own: its flags, what changed. */
  extra: ReadonlyArray<BookPage & { note?: string }>
}

/** The contents: a competency opens into its questions where one reads; the others say how many they hold. */
export function ContentsList({ extra }: ContentsListProps) {
  const { chapters, at } = useBook()
  return (
    <>
      {extra.length > 0 && (
        <ul className="mb-4 border-b border-rule pb-3">
          {extra.map((page) => (
            <Line key={page.at} page={page} current={page.at === at} note={page.note} />
          ))}
        </ul>
      )}
      {chapters.map(({ title, entries }) => (
        <div key={title} className="pb-5">
          <p className="pb-1 text-small text-ink-2">{title}</p>
          <ul>
            {entries.map((entry) => (
              <EntryLines key={entry.at ?? entry.title} entry={entry} at={at} />
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}

function EntryLines({ entry, at }: { entry: Entry; at: string }) {
  const own = entry.at
  const open = own === undefined || own === at || entry.under.some((page) => page.at === at)
  return (
    <li>
      {own === undefined ? (
        <p className="py-1 text-ink-2">{entry.title}</p>
      ) : (
        <Line
          as="div"
          page={{ at: own, title: entry.title }}
          current={own === at}
          note={entry.under.length > 0 && !open ? String(entry.under.length) : undefined}
        />
      )}
      {open && entry.under.length > 0 && (
        <ul className="mb-1 border-l border-rule pl-3">
          {entry.under.map((page) => (
            <Line key={page.at} page={page} current={page.at === at} />
          ))}
        </ul>
      )}
    </li>
  )
}

type LineProps = { page: BookPage; current: boolean; note?: string; as?: "li" | "div" }

function Line({ page, current, note, as: Tag = "li" }: LineProps) {
  return (
    <Tag className="flex items-baseline justify-between gap-3 py-1 pointer-coarse:py-2.5">
      <BookLink
        at={page.at}
        look="ink"
        current={current}
        className={current ? "font-semibold text-accent" : "text-ink"}
      >
        {page.title}
      </BookLink>
      {note && <span className="text-small text-ink-3">{note}</span>}
    </Tag>
  )
}
