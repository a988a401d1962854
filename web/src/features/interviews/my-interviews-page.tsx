import { useQuery } from "@tanstack/react-query"
import { client } from "../../app/client.ts"
import { ProblemState } from "../../app/index.ts"
import { type Column, EmptyState, Link, Loading, PageHeader, Section, Table, Time } from "../../ui/index.ts"

type Mine = Awaited<ReturnType<typeof client.interviews.mine>>["items"][number]

/** What the person has to do next, and where that is. */
function taskOf(row: Mine): { label: string; to: string } | undefined {
  const card = `/interviews/${row.id}/scorecard`
  if (row.kind === "screen")
    return {
      label: row.mine === "submitted" ? "Read your scores" : "Read and score",
      to: `/screens/${row.id}`,
    }
  if (row.mine === "submitted") return { label: "Read your scorecard", to: card }
  if (row.state === "cancelled") return undefined
  if (row.state === "done")
    return { label: row.mine === "drafted" ? "Finish your scorecard" : "Fill in your scorecard", to: card }
  if (row.state === "running") return { label: "Go back to the console", to: `/interviews/${row.id}` }
  return { label: "Open the console", to: `/interviews/${row.id}` }
}

const columns: Column<Mine>[] = [
  {
    id: "when",
    head: "When",
    className: "w-2/5 min-w-56",
    cell: (row) =>
      row.startsAt ? (
        <Time at={row.startsAt} form={row.mine === "submitted" ? "absolute" : "both"} />
      ) : (
        <span className="text-ink-2">{row.kind === "screen" ? "in your own time" : "not fixed yet"}</span>
      ),
  },
  { id: "who", head: "Candidate", names: true, className: "w-1/6 min-w-36", cell: (row) => row.candidate },
  {
    id: "what",
    head: "Round",
    className: "min-w-56",
    cell: (row) => (
      <>
        {row.title} <span className="text-small text-ink-2">{row.openingTitle}</span>
      </>
    ),
  },
  {
    id: "length",
    head: "Length",
    figure: true,
    cell: (row) => (row.kind === "screen" ? "" : `${row.minutes} min`),
  },
  {
    id: "do",
    head: "To do",
    className: "w-1/6 min-w-44",
    cell: (row) => {
      const task = taskOf(row)
      return task ? <Link to={task.to}>{task.label}</Link> : <span className="text-ink-2">cancelled</span>
    },
  },
]

/** Waiting first, and among those the soonest; what is handed in lies below. */
export function MyInterviewsPage() {
  const mine = useQuery({
    queryKey: ["interviews", "mine"],
    queryFn: ({ signal }) => client.interviews.mine({ signal }),
  })
  const items = mine.data?.items ?? []
  const open = items.filter((row) => row.mine !== "submitted" && row.state !== "cancelled")
  const past = items.filter((row) => !open.includes(row))
  const soonest = (a: Mine, b: Mine) => (a.startsAt ?? "").localeCompare(b.startsAt ?? "")
  const screens = open.filter((row) => row.kind === "screen").length
  return (
    <>
      <PageHeader title="My interviews" under={mine.data && summary(open.length - screens, screens)} />
      {mine.isPending && <Loading label="Loading your interviews" />}
      {mine.error && <ProblemState error={mine.error} retry={() => void mine.refetch()} />}
      {mine.data && items.length === 0 && (
        <EmptyState title="Your interviews will be listed here">
          As soon as a recruiter schedules a round with you or hands you a résumé to read, it stands here with
          its time and what to do.
        </EmptyState>
      )}
      {items.length > 0 && (
        <div className="grid gap-10">
          <Section title="Waiting for you" aside={screens > 0 && <Link to="/screens">Résumé queue</Link>}>
            <Table
              stacks
              caption="Waiting for you"
              columns={columns}
              rows={open.toSorted(soonest)}
              rowKey={(row) => row.id}
              density="tall"
              empty="Nothing is waiting for you."
            />
          </Section>
          {past.length > 0 && (
            <Section title="Handed in" rule="hair">
              <Table
                stacks
                caption="Handed in"
                columns={columns}
                rows={past.toSorted((a, b) => soonest(b, a))}
                rowKey={(row) => row.id}
                density="tall"
              />
            </Section>
          )}
        </div>
      )}
    </>
  )
}

function summary(talks: number, screens: number): string {
  const parts = [
    talks > 0 && `${talks} ${talks === 1 ? "interview" : "interviews"}`,
    screens > 0 && `${screens} ${screens === 1 ? "résumé" : "résumés"} to read`,
  ].filter(Boolean)
  return parts.length > 0
    ? `${parts.join(" and ")} ${talks + screens === 1 ? "waits" : "wait"} for you.`
    : "Nothing is waiting for you."
}
