import { type Kit, LEVELS, type Level } from "@backfill/core"
import { useQuery } from "@tanstack/react-query"
import { useNavigate, useParams, useSearch } from "@tanstack/react-router"
import { useState } from "react"
import { ProblemState, useAccount } from "../../app/index.ts"
import { Button, Checkbox, Link, Loading, PageHeader } from "../../ui/index.ts"
import { addressOf, BookProvider, type Source } from "./book-context.tsx"
import { Booklet } from "./booklet.tsx"
import { hires } from "./kit-roles.ts"
import "./kits.css"
import { LevelSwitch } from "./level-switch.tsx"
import { contents } from "./pages.ts"
import { kitQuery, openingQuery, pinnedKitQuery } from "./queries.ts"

/** The kit on disk, whole and on paper. */
export function KitBookletPage() {
  const { kitId = "" }: { kitId?: string } = useParams({ strict: false })
  const kit = useQuery(kitQuery(kitId))
  if (kit.error) return <ProblemState page error={kit.error} retry={() => void kit.refetch()} />
  if (!kit.data) return <Loading label="Loading the kit" lines={8} />
  return <Printed kit={kit.data} source={{ kind: "kit", kitId }} first="senior" />
}

/** An opening's pinned kit, whole and on paper, at the opening's level. */
export function PinnedBookletPage() {
  const { openingId = "" }: { openingId?: string } = useParams({ strict: false })
  const opening = useQuery(openingQuery(openingId))
  const kit = useQuery(pinnedKitQuery(openingId))
  const failed = [opening, kit].find(({ error }) => error)
  if (failed) return <ProblemState page error={failed.error} retry={() => void failed.refetch()} />
  if (!opening.data || !kit.data) return <Loading label="Loading the opening’s kit" lines={8} />
  return (
    <Printed
      kit={kit.data}
      source={{ kind: "opening", openingId }}
      first={opening.data.level}
      occasion={opening.data.title}
    />
  )
}

type PrintedProps = { kit: Kit; source: Source; first: Level; occasion?: string }

function Printed({ kit, source, first, occasion }: PrintedProps) {
  const navigate = useNavigate()
  const asked: { level?: unknown } = useSearch({ strict: false })
  const panel = hires(useAccount())
  const [samples, setSamples] = useState(false)
  const level = LEVELS.find((each) => each === asked.level) ?? first
  const state = {
    kit,
    source,
    chapters: contents(kit),
    at: "booklet",
    level,
    panel,
    author: false,
    flags: [],
  }
  const setLevel = (next: Level) =>
    void navigate({ search: { level: next } as never, replace: true, resetScroll: false } as never)
  return (
    <BookProvider value={state}>
      <div className="print:hidden">
        <PageHeader
          over={<Link {...addressOf(source, { level })}>{kit.title}</Link>}
          title="The whole kit on paper"
          under="One question a page, for A4. The level decides which expectations are printed."
          actions={
            <Button variant="primary" onClick={() => window.print()}>
              Print
            </Button>
          }
        />
        <div className="mb-10 flex flex-wrap items-center gap-x-10 gap-y-2">
          <div className="-ml-3">
            <LevelSwitch value={level} onChange={setLevel} />
          </div>
          <Checkbox
            label="With the sample answers, and their scores on a page of their own"
            checked={samples}
            onChange={(event) => setSamples(event.target.checked)}
          />
        </div>
      </div>
      <Booklet occasion={occasion} samples={samples} />
    </BookProvider>
  )
}
