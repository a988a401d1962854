import { cx } from "../../../ui/index.ts"
import { type Fact, plain } from "./facts.ts"
import { ToldMark } from "./told-mark.tsx"

type FactRowProps = {
  fact: Fact
  /** Questions are long and stand over their answer; topics stand beside it. */
  beside: boolean
  open: boolean
  /** What Enter would tell. */
  active: boolean
  told: number | undefined
  words: ReadonlyArray<string>
  onToggle: () => void
  onTell: () => void
}

/** One fact: in one line until it is opened. Once told, it carries its time. */
export function FactRow({ fact, beside, open, active, told, words, onToggle, onTell }: FactRowProps) {
  const { name, text, minutes } = fact
  return (
    <li className={cx("-mx-2 flex border-b border-rule px-2", active && "bg-wash")}>
      <button
        type="button"
        aria-expanded={open}
        onClick={onToggle}
        className={cx(
          "grid min-h-8 min-w-0 flex-1 cursor-pointer gap-x-4 py-1.5 text-left",
          beside && "@md:grid-cols-[11rem_minmax(0,1fr)]",
        )}
      >
        <span className={cx(told === undefined ? "text-ink-2" : "text-ink-3")}>
          <Words text={name} words={words} />
          {minutes !== undefined && <span className="text-small text-ink-3">, {minutes} min</span>}
        </span>
        <span
          className={cx(
            "min-w-0",
            open ? "read text-[1rem]/6" : cx("truncate", told === undefined ? "text-ink-2" : "text-ink-3"),
          )}
        >
          <Words text={text} words={words} />
        </span>
      </button>
      <ToldMark label={`Told: ${name}`} word="tell" at={told} onPress={onTell} />
    </li>
  )
}

/** A text with the beginnings that a search found in it set off. */
function Words({ text, words }: { text: string; words: ReadonlyArray<string> }) {
  if (words.length === 0) return text
  return text.split(/([\p{L}\p{N}]+)/u).map((piece, at) => {
    const hit = at % 2 === 1 && words.some((word) => plain(piece).startsWith(word))
    return hit ? (
      <mark key={at} className="bg-transparent font-semibold text-ink">
        {piece}
      </mark>
    ) : (
      piece
    )
  })
}
