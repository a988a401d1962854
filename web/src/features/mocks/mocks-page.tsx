import type { Mock } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { client } from "../../app/client.ts"
import { ProblemState } from "../../app/index.ts"
import { ButtonLink } from "../../ui/button-link.tsx"
import { EmptyState, Link, Loading, PageHeader, Table, Time } from "../../ui/index.ts"
import { nextWords } from "./next-words.ts"

/** Every mock one is in, and the way to a new one. */
export function MocksPage() {
  const mocks = useQuery({
    queryKey: ["mocks", "list"],
    queryFn: ({ signal }) => client.mocks.list({ signal }),
  })
  const items = mocks.data?.items
  return (
    <>
      <PageHeader
        title="Mock interviews"
        under="Two of you and one link. One asks with the kit’s console, the other answers; then you swap."
        actions={items && items.length > 0 && <ButtonLink to="/mocks/new">Set up a mock</ButtonLink>}
      />
      {mocks.error ? (
        <ProblemState error={mocks.error} retry={() => void mocks.refetch()} />
      ) : !items ? (
        <Loading label="Loading your mocks" />
      ) : items.length === 0 ? (
        <EmptyState
          title="No mocks yet"
          action={<ButtonLink to="/mocks/new">Set up your first mock</ButtonLink>}
        >
          <p>
            You choose the questions and ask first. What you write goes to the person who answered, and only
            to them.
          </p>
        </EmptyState>
      ) : (
        <MockTable mocks={items} />
      )}
    </>
  )
}

function MockTable({ mocks }: { mocks: Mock[] }) {
  return (
    <Table<Mock>
      stacks
      caption="Your mocks"
      rows={mocks}
      rowKey={(row) => row.id}
      density="tall"
      columns={[
        {
          id: "with",
          head: "With",
          names: true,
          cell: (row) => (
            <Link to="/mocks/$mockId" params={{ mockId: row.id }}>
              {row.other ?? (row.joined ? "Somebody who has left" : "Nobody yet")}
            </Link>
          ),
        },
        { id: "next", head: "What comes next", cell: (row) => nextWords(row) },
        {
          id: "made",
          head: "Set up",
          cell: (row) => (
            <span className="text-ink-2">
              <Time at={row.createdAt} form="relative" />
            </span>
          ),
        },
        {
          id: "given",
          head: <span className="sr-only">What you were given</span>,
          className: "text-right",
          cell: (row) =>
            row.halves.some((half) => half.mine === "answerer" && half.kept) && (
              <Link to="/mocks/$mockId/feedback" params={{ mockId: row.id }}>
                Read your notes
              </Link>
            ),
        },
      ]}
    />
  )
}
