import { useQuery } from "@tanstack/react-query"
import { client } from "../../app/client.ts"
import { ProblemState } from "../../app/index.ts"
import { type Column, EmptyState, Link, Loading, PageHeader, Table, Time } from "../../ui/index.ts"
import { ButtonLink } from "../../ui/button-link.tsx"

type Waiting = Awaited<ReturnType<typeof client.screening.queue>>["items"][number]

const words = { "to-do": "Read and score", drafted: "Finish scoring", submitted: "Read your scores" }

const columns: Column<Waiting>[] = [
  { id: "who", head: "Résumé", names: true, className: "min-w-40", cell: (row) => row.alias },
  { id: "opening", head: "Opening", className: "min-w-56", cell: (row) => row.openingTitle },
  {
    id: "since",
    head: "Waiting since",
    className: "min-w-40",
    cell: (row) => <Time at={row.since} form="relative" />,
  },
  {
    id: "do",
    head: "To do",
    className: "min-w-36",
    cell: (row) => (
      <Link to="/screens/$interviewId" params={{ interviewId: row.interviewId }}>
        {words[row.mine]}
      </Link>
    ),
  },
]

/** Résumés to read, the longest waiting first. */
export function QueuePage() {
  const queue = useQuery({
    queryKey: ["screening", "queue"],
    queryFn: ({ signal }) => client.screening.queue({ signal }),
  })
  const items = queue.data?.items ?? []
  const open = items.filter((row) => row.mine !== "submitted")
  const first = open[0]
  return (
    <>
      <PageHeader
        title="Résumés to read"
        over="Names, contacts and schools stay covered until a card is in"
        under={items.length > 0 && inWords(open.length)}
        actions={
          first && (
            <ButtonLink to="/screens/$interviewId" params={{ interviewId: first.interviewId }}>
              Start with the oldest
            </ButtonLink>
          )
        }
      />
      {queue.isPending && <Loading label="Loading the résumés" />}
      {queue.error && <ProblemState error={queue.error} retry={() => void queue.refetch()} />}
      {queue.data && items.length === 0 && (
        <EmptyState title="No résumé waits for you">
          When someone applies and you are one of the readers, their résumé turns up here, without its name.
        </EmptyState>
      )}
      {items.length > 0 && (
        <Table
          stacks
          caption="Résumés to read"
          columns={columns}
          rows={items}
          rowKey={(row) => row.interviewId}
          density="tall"
        />
      )}
    </>
  )
}

function inWords(open: number): string {
  if (open === 0) return "None waits for you."
  return open === 1 ? "1 waits for you." : `${open} wait for you, oldest first.`
}
