import { clockFigures, cx } from "../../../ui/index.ts"

type ToldMarkProps = {
  /** What pressing it says: "Told: Query plan". */
  label: string
  /** The word that stands there until it is pressed: "tell". */
  word: string
  /** When it was pressed; undefined while it wasn't. */
  at: number | undefined
  onPress: () => void
}

/** Marks something as told, chosen or brought in; afterwards it carries the time, and pressing it takes it back. */
export function ToldMark({ label, word, at, onPress }: ToldMarkProps) {
  return (
    <button
      type="button"
      aria-pressed={at !== undefined}
      aria-label={at === undefined ? label : `${label}, at ${clockFigures(at)}`}
      onClick={onPress}
      className={cx(
        "min-h-8 min-w-14 shrink-0 cursor-pointer self-start pl-3 text-right text-small hover:text-accent",
        at === undefined ? "text-ink-3" : "font-mono font-semibold text-accent",
      )}
    >
      {at === undefined ? word : clockFigures(at)}
    </button>
  )
}
