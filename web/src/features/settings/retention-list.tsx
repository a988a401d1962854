import { useQuery } from "@tanstack/react-query"
import { client } from "../../app/client.ts"
import { ProblemState } from "../../app/index.ts"
import { Link, Loading, Table, Time } from "../../ui/index.ts"

/** What the retention rule would erase if it ran now; looking erases nothing. */
export function RetentionList() {
  const due = useQuery({
    queryKey: ["settings", "retention"],
    queryFn: ({ signal }) => client.applications.retention({ signal }),
  })
  if (due.error) return <ProblemState error={due.error} retry={() => void due.refetch()} />
  if (!due.data) return <Loading label="Looking what is due for erasure" lines={2} />
  return (
    <Table
      stacks
      caption="Applications due for erasure"
      rows={due.data.items}
      rowKey={(row) => row.applicationId}
      empty="Nothing is due: every stored application is younger than that."
      columns={[
        {
          id: "opening",
          head: "Opening",
          names: true,
          cell: (row) => (
            <Link to="/applications/$applicationId" params={{ applicationId: row.applicationId }} look="ink">
              {row.openingTitle}
            </Link>
          ),
        },
        { id: "ended", head: "Ended", cell: (row) => <Time at={row.endedAt} form="relative" /> },
      ]}
    />
  )
}
