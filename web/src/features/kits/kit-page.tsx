import { type Kit, LEVELS, type Level } from "@backfill/core"
import { useQuery } from "@tanstack/react-query"
import { useNavigate, useParams, useSearch } from "@tanstack/react-router"
import { client } from "../../app/client.ts"
import { ProblemState, useKeys } from "../../app/index.ts"
import { EmptyState, Link, Loading, Markdown, PageHeader, RadioGroup, Select } from "../../ui/index.ts"
import { ExercisePage } from "./exercise-page.tsx"
import { FrameworkTable } from "./framework-table.tsx"
import { type Chapter, contents, guideTitle, neighbours } from "./pages.ts"
import { QuestionPage } from "./question-page.tsx"
import { ResumePage } from "./resume-page.tsx"
import { RoundsPage } from "./rounds-page.tsx"

/** A kit as a book: contents at the left, one page at a time, the level on top. */
export function KitPage() {
  const { kitId = "" }: { kitId?: string } = useParams({ strict: false })
  const kit = useQuery({
    queryKey: ["kits", "one", kitId],
    queryFn: ({ signal }) => client.kits.read({ params: { kitId }, signal }),
  })
  if (kit.error)
    return (
      <ProblemState page error={kit.error} retry={() => void kit.refetch()}>
        <Link to="/kits">All kits</Link>
      </ProblemState>
    )
  if (!kit.data) return <Loading label="Loading the kit" lines={8} />
  return <Book kit={kit.data} />
}

function Book({ kit }: { kit: Kit }) {
  const navigate = useNavigate()
  const search: { at?: unknown; level?: unknown } = useSearch({ strict: false })
  const at = typeof search.at === "string" ? search.at : "framework"
  const level = LEVELS.find((each) => each === search.level) ?? "senior"
  const chapters = contents(kit)
  const { before, after } = neighbours(chapters, at)
  const go = (next: { at?: string; level?: Level }) =>
    void navigate({
      to: "/kits/$kitId",
      params: { kitId: kit.id },
      search: { at, level, ...next } as never,
      replace: next.at === undefined,
    })
  useKeys(
    {
      n: { label: "Next page", run: () => after && go({ at: after.at }) },
      p: { label: "Page before", run: () => before && go({ at: before.at }) },
    },
    "This kit",
  )
  return (
    <>
      <PageHeader
        over={<Link to="/kits">Kits</Link>}
        title={kit.title}
        under={`${kit.role}, version ${kit.version}.`}
        actions={
          <RadioGroup<Level>
            inline
            legend={<span className="sr-only">Level</span>}
            value={level}
            onChange={(next) => go({ level: next })}
            options={LEVELS.map((each) => ({ value: each, label: each }))}
          />
        }
      />
      <div className="grid gap-x-12 gap-y-6 lg:grid-cols-[13rem_minmax(0,1fr)]">
        <div className="lg:hidden print:hidden">
          <Select
            aria-label="Page"
            value={at}
            onChange={(event) => go({ at: event.target.value })}
            options={chapters.flatMap((chapter) =>
              chapter.pages.map((page) => ({ value: page.at, label: `${chapter.title}: ${page.title}` })),
            )}
          />
        </div>
        <Contents kit={kit} chapters={chapters} at={at} level={level} />
        <div className="min-w-0">
          <Page kit={kit} at={at} level={level} />
          <nav
            aria-label="Pages"
            className="mt-12 flex justify-between gap-6 border-t border-rule pt-3 print:hidden"
          >
            <span>
              {before && <PageLink kit={kit} at={before.at} level={level} title={`← ${before.title}`} />}
            </span>
            <span>
              {after && <PageLink kit={kit} at={after.at} level={level} title={`${after.title} →`} />}
            </span>
          </nav>
        </div>
      </div>
    </>
  )
}

type Place = { kit: Kit; at: string; level: Level }

function PageLink({ kit, at, level, title }: Place & { title: string }) {
  return (
    <Link to="/kits/$kitId" params={{ kitId: kit.id }} search={{ at, level }}>
      {title}
    </Link>
  )
}

function Contents({ kit, chapters, at, level }: Place & { chapters: ReadonlyArray<Chapter> }) {
  return (
    <nav aria-label="Contents" className="max-lg:hidden print:hidden">
      {chapters.map((chapter) => (
        <div key={chapter.title} className="pb-5">
          <p className="pb-1 text-small text-ink-2">{chapter.title}</p>
          <ul>
            {chapter.pages.map((page) => (
              <li key={page.at} className="py-1">
                <Link
                  to="/kits/$kitId"
                  params={{ kitId: kit.id }}
                  search={{ at: page.at, level }}
                  look="ink"
                  className={page.at === at ? "font-semibold text-accent" : "text-ink-2"}
                >
                  {page.title}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function Page({ kit, at, level }: Place) {
  const [kind, id = ""] = at.split("/")
  if (kind === "framework") return <FrameworkTable kit={kit} level={level} />
  if (kind === "rounds") return <RoundsPage kit={kit} />
  if (kind === "resume") return <ResumePage kit={kit} level={level} />
  const question = kind === "question" ? kit.questions.find((each) => each.id === id) : undefined
  if (question) return <QuestionPage kit={kit} question={question} level={level} />
  const exercise = kind === "exercise" ? kit.exercises.find((each) => each.id === id) : undefined
  if (exercise) return <ExercisePage kit={kit} exercise={exercise} />
  const guide = kind === "guide" ? kit.guides[id] : undefined
  if (guide !== undefined)
    return (
      <article className="grid gap-4">
        <h2 className="lead">{guideTitle(id)}</h2>
        <Markdown text={guide} />
      </article>
    )
  return (
    <EmptyState title="This page isn’t in the kit">
      <p>The kit may have changed since the link was made. Choose another page.</p>
    </EmptyState>
  )
}
