import type { Opening } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { ProblemState, useAccount, useKeys } from "../../app/index.ts"
import { ButtonLink } from "../../ui/button-link.tsx"
import { EmptyState, Link, Loading, PageHeader, Section, Table } from "../../ui/index.ts"
import { SampleButton } from "../settings/sample-button.tsx"
import { useManages } from "./managing.ts"
import { openingsQuery } from "./queries.ts"
import { stateWords } from "./state-words.ts"

/** Every opening one works on, with who waits where. */
export function OpeningsPage() {
  const navigate = useNavigate()
  const manages = useManages()
  const openings = useQuery(openingsQuery)
  useKeys(manages ? { n: { label: "Open a role", run: () => void navigate({ to: "/openings/new" }) } } : {})
  const items = openings.data?.items
  return (
    <>
      <PageHeader
        title="Openings"
        under={items && items.length > 0 ? waitingInWords(items) : undefined}
        actions={
          manages &&
          items &&
          items.length > 0 && (
            <ButtonLink to="/openings/new" keys="n">
              Open a role
            </ButtonLink>
          )
        }
      />
      {openings.error ? (
        <ProblemState error={openings.error} retry={() => void openings.refetch()} />
      ) : items === undefined ? (
        <Loading label="Loading openings" />
      ) : items.length > 0 ? (
        <OpeningsTable items={items} />
      ) : (
        <NoOpenings manages={manages} />
      )}
    </>
  )
}

function NoOpenings({ manages }: { manages: boolean }) {
  const isOwner = useAccount().roles.includes("owner")
  if (!manages)
    return (
      <EmptyState title="You aren’t on an opening yet">
        <p>
          Once somebody adds you to a team, its opening stands here. Your interviews come under My interviews.
        </p>
      </EmptyState>
    )
  return (
    <div className="grid max-w-measure gap-10">
      <EmptyState
        title="Open your first role"
        action={
          <ButtonLink to="/openings/new" keys="n">
            Open a role
          </ButtonLink>
        }
      >
        <p>
          You choose a kit and a level. The kit brings stages, rounds, questions and weights; you make them
          yours, add the people who interview, and publish the form.
        </p>
      </EmptyState>
      {isOwner && (
        <Section title="Or look around first" rule="hair">
          <SampleButton />
        </Section>
      )}
    </div>
  )
}

function waitingInWords(items: ReadonlyArray<Opening>): string {
  const waiting = items.reduce((sum, opening) => sum + opening.counts.waiting, 0)
  if (waiting === 0) return "Nobody is waiting for anyone."
  return waiting === 1
    ? "One application waits for one of us."
    : `${waiting} applications wait for one of us.`
}

function OpeningsTable({ items }: { items: Opening[] }) {
  const order: Record<Opening["state"], number> = { open: 0, draft: 1, closed: 2 }
  const sorted = items.toSorted((a, b) => order[a.state] - order[b.state] || a.title.localeCompare(b.title))
  return (
    <Table<Opening>
      stacks
      caption="Openings"
      rows={sorted}
      rowKey={(row) => row.id}
      density="tall"
      columns={[
        {
          id: "title",
          head: "Role",
          names: true,
          cell: (row) => (
            <Link to="/openings/$openingId" params={{ openingId: row.id }}>
              {row.title}
            </Link>
          ),
        },
        { id: "level", head: "Level", cell: (row) => row.level },
        {
          id: "where",
          head: "Where",
          cell: (row) => <span className="text-ink-2">{row.location || "–"}</span>,
        },
        { id: "state", head: "State", cell: (row) => stateWords[row.state].name },
        { id: "active", head: "Active", figure: true, cell: (row) => row.counts.active },
        {
          id: "waiting",
          head: "Waiting for us",
          figure: true,
          cell: (row) => (
            <span className={row.counts.waiting > 0 ? "font-semibold" : "text-ink-3"}>
              {row.counts.waiting}
            </span>
          ),
        },
        { id: "ended", head: "Ended", figure: true, cell: (row) => row.counts.ended },
      ]}
    />
  )
}
