import type { Board, BoardCard, Opening } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { useNavigate, useSearch } from "@tanstack/react-router"
import { useDeferredValue, useRef, useState } from "react"
import { ProblemState, useKeys } from "../../app/index.ts"
import { EmptyState, FootKeys, Link, Loading, RadioGroup, TextInput, useNow } from "../../ui/index.ts"
import { BoardColumns } from "./board-columns.tsx"
import { BoardList } from "./board-list.tsx"
import { answers, listCards } from "./board-view.ts"
import { boardQuery } from "./queries.ts"

type View = "board" | "list"

/** From here on, rows read better than columns unless one asks for them. */
const many = 120

/** The applications of an opening, by stage or as a list. */
export function BoardTab({ opening }: { opening: Opening }) {
  const board = useQuery(boardQuery(opening.id))
  if (board.error) return <ProblemState error={board.error} retry={() => void board.refetch()} />
  if (!board.data) return <Loading label="Loading the board" />
  const total = board.data.columns.reduce((sum, column) => sum + column.count, 0) + board.data.ended.count
  if (total === 0) return <NobodyYet opening={opening} />
  return <FilledBoard openingId={opening.id} board={board.data} total={total} />
}

function NobodyYet({ opening }: { opening: Opening }) {
  const go = (tab: string, words: string) => (
    <Link to="/openings/$openingId" params={{ openingId: opening.id }} search={{ tab }}>
      {words}
    </Link>
  )
  if (opening.state === "open")
    return (
      <EmptyState title="Nobody has applied yet" action={go("text", "Copy the address to publish")}>
        <p>Applications come up here by stage, each with its next step and who is awaited.</p>
      </EmptyState>
    )
  return (
    <EmptyState title="Three steps to the first application">
      <ol className="grid gap-2">
        <li>1. {go("team", "Choose the team")}: who recruits, decides and interviews.</li>
        <li>2. {go("plan", "Go through the plan")}: rounds, questions, interviewers and weights.</li>
        <li>3. {go("text", "Publish the text")}: from then on anyone can apply.</li>
      </ol>
    </EmptyState>
  )
}

function FilledBoard({ openingId, board, total }: { openingId: string; board: Board; total: number }) {
  const navigate = useNavigate()
  const search: { view?: unknown } = useSearch({ strict: false })
  const view: View =
    search.view === "list" || search.view === "board" ? search.view : total > many ? "list" : "board"
  const now = useNow().epochMilliseconds
  const [query, setQuery] = useState("")
  const wanted = useDeferredValue(query.trim())
  const filter = useRef<HTMLInputElement>(null)
  const show = (next: View) =>
    void navigate({
      to: "/openings/$openingId",
      params: { openingId },
      search: { view: next } as never,
      replace: true,
    })
  useKeys({
    "/": { label: "Find on the board", run: () => filter.current?.focus() },
    v: { label: "Board or list", run: () => show(view === "board" ? "list" : "board") },
    j: { label: "Next application", run: () => step(1), repeats: true },
    k: { label: "Application before", run: () => step(-1), repeats: true },
  })
  const keep = (card: BoardCard) => wanted === "" || answers(card, wanted)
  return (
    <>
      <div className="mb-5 flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <TextInput
          ref={filter}
          type="search"
          aria-label="Find on the board"
          placeholder="Find a name, a step, a person"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          className="max-w-72"
        />
        <RadioGroup<View>
          inline
          legend={<span className="sr-only">Show as</span>}
          value={view}
          onChange={show}
          options={[
            { value: "board", label: "Board" },
            { value: "list", label: "List" },
          ]}
        />
      </div>
      {view === "board" ? (
        <BoardColumns board={board} now={now} keep={keep} />
      ) : (
        <BoardList cards={listCards(board).filter(keep)} now={now} />
      )}
      <div className="mt-6">
        <FootKeys
          keys={[
            { keys: "j", label: "next" },
            { keys: "k", label: "before" },
            { keys: "/", label: "find" },
            { keys: "v", label: "board or list" },
          ]}
        />
      </div>
    </>
  )
}

/** Moves the focus from card to card, down each column and then to the next. */
function step(by: 1 | -1): void {
  const cards = [...document.querySelectorAll<HTMLElement>("[data-card], tbody th a")]
  const at = cards.findIndex((card) => card === document.activeElement)
  cards[at === -1 ? 0 : (at + by + cards.length) % cards.length]?.focus()
}
