import { Button, clockFigures, cx, Kbd } from "../../ui/index.ts"
import { PART_KEYS } from "./use-listening-keys.ts"
import type { NotesInHand } from "./use-notes.ts"
import { type Player, SPEEDS } from "./use-player.ts"

type PlayerBarProps = { player: Player; own: NotesInHand; durationMs: number }

/** Play, speed, and everything that can be marked while listening; each with its key. */
export function PlayerBar({ player, own, durationMs }: PlayerBarProps) {
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-x-8 gap-y-2">
        <Button variant="primary" keys="space" onClick={player.toggle} className="min-w-32">
          {player.playing ? "Pause" : "Play"}
        </Button>
        <span className="text-read tabular-nums">
          {clockFigures(player.atMs / 1000)}{" "}
          <span className="text-ink-2">of {clockFigures(durationMs / 1000)}</span>
        </span>
        <Speeds player={player} />
      </div>
      <div
        role="group"
        aria-label="Mark while you listen"
        className="flex flex-wrap items-center gap-x-5 gap-y-1"
      >
        <Button keys="m" onClick={() => own.mark("ramble", player.now())}>
          It rambles
        </Button>
        <Button keys="u" onClick={() => own.mark("hesitation", player.now())}>
          “Uh”
        </Button>
        {PART_KEYS.map(({ key, part, name }) => (
          <button
            key={key}
            type="button"
            aria-keyshortcuts={key}
            aria-label={`${name} begins here`}
            onClick={() => own.tell(part, player.now(), durationMs)}
            className="inline-flex min-h-(--control) min-w-6 cursor-pointer items-center gap-2 hover:text-accent"
          >
            <span className="contents max-sm:hidden pointer-coarse:hidden">
              <Kbd keys={key} />
            </span>
            <span>{name}</span>
          </button>
        ))}
        <Button keys="z" disabled={!own.undoable} onClick={() => own.undo()}>
          Undo
        </Button>
      </div>
    </div>
  )
}

function Speeds({ player }: { player: Player }) {
  return (
    <div role="group" aria-label="Speed" className="flex items-center gap-1 text-small text-ink-2">
      {SPEEDS.map((option) => (
        <button
          key={option}
          type="button"
          aria-pressed={player.speed === option}
          onClick={() => player.pace(option)}
          className={cx(
            "min-h-8 min-w-11 cursor-pointer rounded-control px-2 tabular-nums hover:text-accent",
            player.speed === option && "bg-wash font-semibold text-ink",
          )}
        >
          {option}×
        </button>
      ))}
    </div>
  )
}
