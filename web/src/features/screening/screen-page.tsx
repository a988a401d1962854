import { useQuery } from "@tanstack/react-query"
import { useParams } from "@tanstack/react-router"
import { client } from "../../app/client.ts"
import { ProblemState } from "../../app/index.ts"
import { Loading, PageHeader } from "../../ui/index.ts"
import { useCardQuery } from "../scorecards/use-card.ts"
import { ScreenDesk } from "./screen-desk.tsx"

/** One résumé beside the criteria. */
export function ScreenPage() {
  const { interviewId = "" }: { interviewId?: string } = useParams({ strict: false })
  const screen = useQuery({
    queryKey: ["screening", "read", interviewId],
    queryFn: ({ signal }) => client.screening.read({ params: { interviewId }, signal }),
  })
  const card = useCardQuery(interviewId)
  const error = screen.error ?? card.error
  if (screen.data && card.data) return <ScreenDesk key={interviewId} screen={screen.data} card={card.data} />
  if (error)
    return (
      <ProblemState
        page
        error={error}
        retry={() => {
          void screen.refetch()
          void card.refetch()
        }}
      />
    )
  return (
    <>
      <PageHeader title="Résumé" />
      <Loading label="Loading the résumé" lines={10} />
    </>
  )
}
