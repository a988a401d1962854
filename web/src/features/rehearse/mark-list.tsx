import type { ReactNode } from "react"
import { Button, clockFigures } from "../../ui/index.ts"
import { PART_KEYS } from "./use-listening-keys.ts"
import { MarkSign } from "./top-row.tsx"
import type { NotesInHand } from "./use-notes.ts"
import type { Player } from "./use-player.ts"

const MARK_NAMES = { ramble: "Rambles", hesitation: "“Uh”" } as const

/** Marks and heard parts in the order of the recording, each to go to and to delete. */
export function MarkList({ own, player }: { own: NotesInHand; player: Player }) {
  const { marks, parts } = own.notes
  if (marks.length + parts.length === 0)
    return (
      <p className="max-w-measure text-ink-2">
        Where it rambles, tighten; where you say “uh”, something isn’t decided. While it plays, the letters S,
        T, A, R and H draw where each part of the story begins.
      </p>
    )
  return (
    <div className="grid gap-x-12 gap-y-6 sm:grid-cols-2">
      <ul aria-label="Marks">
        {marks.map((mark, nth) => (
          <Entry
            key={`${mark.atMs}-${nth}`}
            name={`${MARK_NAMES[mark.kind]} at ${clockFigures(mark.atMs / 1000)}`}
            onGo={() => player.seek(mark.atMs)}
            onDelete={() => own.unmark(mark)}
          >
            <MarkSign kind={mark.kind} />
            <span className="w-10 tabular-nums">{clockFigures(mark.atMs / 1000)}</span>
            {MARK_NAMES[mark.kind]}
          </Entry>
        ))}
      </ul>
      <ul aria-label="Parts you heard">
        {parts.map(({ fromMs, toMs, part }) => {
          const name = PART_KEYS.find((one) => one.part === part)?.name ?? ""
          return (
            <Entry
              key={fromMs}
              name={`${name} from ${clockFigures(fromMs / 1000)}`}
              onGo={() => player.seek(fromMs)}
              onDelete={() => own.untell(fromMs)}
            >
              <span className="w-10 tabular-nums">{clockFigures(fromMs / 1000)}</span>
              {name}
              <span className="text-small text-ink-2">{Math.round((toMs - fromMs) / 1000)} s</span>
            </Entry>
          )
        })}
      </ul>
    </div>
  )
}

type EntryProps = { name: string; onGo: () => void; onDelete: () => void; children: ReactNode }

function Entry({ name, onGo, onDelete, children }: EntryProps) {
  return (
    <li className="flex items-center justify-between gap-4 border-b border-rule">
      <button
        type="button"
        aria-label={`Go to ${name}`}
        onClick={onGo}
        className="flex min-h-(--control) flex-1 cursor-pointer items-center gap-3 text-left hover:text-accent"
      >
        {children}
      </button>
      <Button variant="danger" aria-label={`Delete ${name}`} onClick={onDelete}>
        Delete
      </Button>
    </li>
  )
}
