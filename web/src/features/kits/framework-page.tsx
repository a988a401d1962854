import { type Competency, LEVELS } from "@backfill/core"
import { useState } from "react"
import { Button, cx } from "../../ui/index.ts"
import { BookLink, useBook } from "./book-context.tsx"
import { Chevron } from "./chevron.tsx"
import { FrameworkSheet } from "./framework-sheet.tsx"
import { competencyAt } from "./pages.ts"
import { WeightBar } from "./weight-bar.tsx"

/**
 * The framework as a picture: competencies down, levels across, the first words of every cell. A row opened reads across
 * the levels in full; the chosen level is a band down the page, and the only column where there is no room for four. On paper every cell is there.
 */
export function FrameworkPage() {
  const { kit } = useBook()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const graded = kit.competencies.filter(({ levels }) => levels)
  const all = graded.every(({ id }) => open.has(id))
  const toggle = (id: string) =>
    setOpen(new Set(open.has(id) ? [...open].filter((one) => one !== id) : [...open, id]))
  return (
    <>
      <article className="grid gap-6 print:hidden">
        <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
          <h1 className="lead" data-book-title="" tabIndex={-1}>
            {graded.length} competencies at {LEVELS.length} levels
          </h1>
          <Button onClick={() => setOpen(all ? new Set() : new Set(graded.map(({ id }) => id)))}>
            {all ? "Fold all rows" : "Read all in full"}
          </Button>
        </header>
        <table className="w-full table-fixed border-collapse max-lg:block">
          <caption className="sr-only">What each level looks like in each competency</caption>
          <thead className="max-lg:hidden">
            <tr className="border-b border-rule-strong text-left text-small">
              <th scope="col" className="w-56 pb-1.5 pl-6 font-normal text-ink-2">
                Competency, weight
              </th>
              {LEVELS.map((level) => (
                <LevelHead key={level} level={level} />
              ))}
            </tr>
          </thead>
          {kit.disciplines.map(({ id, title }) => (
            <tbody key={id} className="max-lg:block">
              <tr className="max-lg:block">
                <th
                  colSpan={LEVELS.length + 1}
                  scope="colgroup"
                  className="pt-6 pb-1.5 text-left font-semibold max-lg:block"
                >
                  {title}
                </th>
              </tr>
              {kit.competencies
                .filter(({ discipline }) => discipline === id)
                .map((competency) => (
                  <Row
                    key={competency.id}
                    competency={competency}
                    open={open.has(competency.id)}
                    onToggle={() => toggle(competency.id)}
                  />
                ))}
            </tbody>
          ))}
        </table>
      </article>
      <div className="hidden print:block">
        <FrameworkSheet />
      </div>
    </>
  )
}

function LevelHead({ level }: { level: (typeof LEVELS)[number] }) {
  const book = useBook()
  const chosen = level === book.level
  return (
    <th
      scope="col"
      aria-current={chosen ? "true" : undefined}
      className={cx("px-3 pt-1 pb-1.5", chosen ? "bg-wash font-semibold" : "font-normal")}
    >
      <BookLink at="framework" level={level} look="ink" className={chosen ? undefined : "text-ink-2"}>
        {level}
      </BookLink>
    </th>
  )
}

type RowProps = { competency: Competency; open: boolean; onToggle: () => void }

function Row({ competency, open, onToggle }: RowProps) {
  const { level } = useBook()
  const { levels } = competency
  const cut = open ? "" : "line-clamp-2 max-lg:line-clamp-3"
  const text = "font-serif text-[0.9375rem]/5.5"
  return (
    <tr className="border-t border-rule align-top max-lg:block max-lg:py-3">
      <th scope="row" className="py-3 pr-4 text-left font-normal max-lg:block max-lg:py-0 max-lg:pb-1">
        <span className="flex items-baseline gap-2">
          {levels && (
            <button
              type="button"
              aria-expanded={open}
              aria-label={`Read ${competency.title} across the levels`}
              onClick={onToggle}
              className="-mx-1.5 -my-0.5 grid size-6 shrink-0 cursor-pointer place-items-center self-center"
            >
              <Chevron className={open ? "rotate-90" : undefined} />
            </button>
          )}
          <BookLink at={competencyAt(competency.id)} look="ink">
            {competency.title}
          </BookLink>
        </span>
        <span className={cx("block", levels && "pl-6")}>
          <WeightBar weight={competency.weight} />
        </span>
      </th>
      {levels ? (
        LEVELS.map((each) => (
          <td
            key={each}
            className={cx(
              "px-3 py-3 max-lg:block max-lg:px-0 max-lg:py-1",
              each === level ? "bg-wash max-lg:bg-transparent" : open ? "" : "max-lg:hidden!",
            )}
          >
            <p className={cx("text-small text-ink-2 lg:hidden", !open && "sr-only")}>{each}</p>
            <p className={cx(text, cut, each === level ? "" : "text-ink-2")}>{levels[each]}</p>
          </td>
        ))
      ) : (
        <td colSpan={LEVELS.length} className="px-3 py-3 max-lg:block max-lg:px-0 max-lg:py-1">
          <p className={cx(text, "max-w-measure text-ink-2")}>{competency.definition}</p>
        </td>
      )}
    </tr>
  )
}
