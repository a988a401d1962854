import type { Opening } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { useNavigate, useParams, useSearch } from "@tanstack/react-router"
import { ProblemState, useKeys } from "../../app/index.ts"
import { Link, Loading, PageHeader } from "../../ui/index.ts"
import { BoardTab } from "./board-tab.tsx"
import { useManages } from "./managing.ts"
import { PlanTab } from "./plan-tab.tsx"
import { openingQuery } from "./queries.ts"
import { stateWords } from "./state-words.ts"
import { type Tab, TabLine, tabOf, tabs } from "./tabs.tsx"
import { TeamTab } from "./team-tab.tsx"
import { TextTab } from "./text-tab.tsx"

/** One opening: its board, its plan, its people, its public text. */
export function OpeningPage() {
  const navigate = useNavigate()
  const { openingId = "" }: { openingId?: string } = useParams({ strict: false })
  const search: { tab?: unknown } = useSearch({ strict: false })
  const tab = tabOf(search.tab)
  const opening = useQuery(openingQuery(openingId))
  useKeys(
    Object.fromEntries(
      tabs.map(({ id, label, key }) => [
        key,
        {
          label,
          run: () =>
            void navigate({
              to: "/openings/$openingId",
              params: { openingId },
              search: (id === "board" ? {} : { tab: id }) as never,
            }),
        },
      ]),
    ),
    "This opening",
  )
  if (opening.error)
    return (
      <ProblemState page error={opening.error} retry={() => void opening.refetch()}>
        <Link to="/openings">All openings</Link>
      </ProblemState>
    )
  if (!opening.data) return <Loading label="Loading the opening" />
  const { title, level, location, state, kit } = opening.data
  return (
    <>
      <PageHeader
        over={
          <>
            <Link to="/openings">Openings</Link>, {level}
            {location && `, ${location}`}
          </>
        }
        title={title}
        under={
          <>
            <span className="font-semibold">{stateWords[state].name}.</span> {stateWords[state].means}{" "}
            <Link to="/openings/$openingId/kit" params={{ openingId }}>
              Kit {kit.title} {kit.version}
            </Link>
            .
          </>
        }
      />
      <TabLine openingId={openingId} now={tab} />
      <TabBody tab={tab} opening={opening.data} />
    </>
  )
}

function TabBody({ tab, opening }: { tab: Tab; opening: Opening }) {
  const manages = useManages()
  switch (tab) {
    case "board":
      return <BoardTab opening={opening} />
    case "plan":
      return <PlanTab opening={opening} manages={manages} />
    case "team":
      return <TeamTab key={opening.id} opening={opening} manages={manages} />
    case "text":
      return <TextTab key={opening.id} opening={opening} manages={manages} />
  }
}
