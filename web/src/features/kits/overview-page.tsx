import { LEVELS } from "@backfill/core"
import { Link, Markdown } from "../../ui/index.ts"
import { BookLink, useBook } from "./book-context.tsx"
import { splitGuide } from "./pages.ts"
import { Part } from "./part.tsx"

/** How a kit opens: what it is for, what is in it, and the ways in. */
export function OverviewPage() {
  const { kit, source, level, flags, author, panel } = useBook()
  const graded = kit.competencies.filter(({ levels }) => levels).length
  const open = flags.filter(({ state }) => state === "open").length
  const { summary } = kit.guides
  const base = source.kind === "kit" ? `/kits/${source.kitId}` : `/openings/${source.openingId}/kit`
  return (
    <article className="grid gap-8">
      <header className="grid max-w-2xl gap-2">
        <h1 className="lead" data-book-title="" tabIndex={-1}>
          {kit.title}
        </h1>
        <p className="text-ink-2">
          Version {kit.version}
          {kit.licence && `, ${kit.licence}`},{" "}
          <code className="font-mono text-small" title={kit.digest}>
            {kit.digest.slice(0, 12)}
          </code>
          {kit.extends && `, built on ${kit.extends}`}
        </p>
        <p className="mt-2 flex flex-wrap gap-x-6 gap-y-1 print:hidden">
          <Link to={`${base}/booklet`} search={{ level }}>
            Print the whole kit
          </Link>
          {panel && (flags.length > 0 || author) && (
            <BookLink at="flags">{open === 0 ? "Flags, none open" : `Flags, ${open} open`}</BookLink>
          )}
        </p>
      </header>
      <Part id="inside" title="What is in it" rule="ink">
        <dl className="grid max-w-3xl grid-cols-2 gap-x-8 gap-y-4 sm:grid-cols-4">
          <Count at="framework" count={graded * LEVELS.length}>
            cells: {graded} competencies at {LEVELS.length} levels
          </Count>
          <Count at="rounds" count={kit.rounds.length}>
            rounds in {kit.stages.length} stages
          </Count>
          <Count at={firstQuestion(kit)} count={kit.questions.length}>
            questions with anchors
          </Count>
          <Count
            at={kit.exercises[0] ? `exercise/${kit.exercises[0].id}` : "rounds"}
            count={kit.exercises.length}
          >
            exercises
          </Count>
        </dl>
      </Part>
      {summary && (
        <Part id="summary" title={splitGuide("summary", summary).title} rule="ink">
          <Markdown text={splitGuide("summary", summary).body} />
        </Part>
      )}
    </article>
  )
}

function firstQuestion({ competencies, questions }: ReturnType<typeof useBook>["kit"]): string {
  const first = competencies.find(({ id }) => questions.some(({ competency }) => competency === id))
  return first ? `competency/${first.id}` : "framework"
}

function Count({ at, count, children }: { at: string; count: number; children: React.ReactNode }) {
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="text-small text-ink-2">{children}</dt>
      <dd className="font-serif text-[1.75rem]/9">
        <BookLink at={at} look="ink">
          {count}
        </BookLink>
      </dd>
    </div>
  )
}
