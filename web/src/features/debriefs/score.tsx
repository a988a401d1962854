import type { DebriefRow } from "@backfill/contract"
import { Changed, cx, NotAsked } from "../../ui/index.ts"
import { dotId, scoreWords } from "./dots.ts"

type ScoreProps = {
  row: DebriefRow
  raterId: string
  chosen: string | undefined
  onChoose: (id: string) => void
}

/** A rater's score as a figure that chooses its dot, with what stood there when the debrief opened. */
export function Score({ row, raterId, chosen, onChoose }: ScoreProps) {
  const cell = row.cells.find((candidate) => candidate.raterId === raterId)
  if (!cell) return <NotAsked />
  const { sinceOpening } = cell
  const was =
    sinceOpening.kind === "changed" && (sinceOpening.from === null ? "–" : scoreWords(sinceOpening.from))
  if (cell.score === null) return was === false ? <NotAsked /> : <Changed from={was} to="–" />
  const id = dotId(row.competencyId, raterId)
  const score = scoreWords(cell.score)
  return (
    <button
      type="button"
      aria-pressed={id === chosen}
      onClick={() => onChoose(id)}
      className={cx(
        "-mr-1.5 inline-grid min-h-6 min-w-6 cursor-pointer place-items-center rounded-control px-1.5",
        id === chosen ? "bg-fill font-semibold text-on-fill [&_s]:text-on-fill" : "hover:text-accent",
      )}
    >
      {was === false ? score : <Changed from={was} to={score} />}
    </button>
  )
}
