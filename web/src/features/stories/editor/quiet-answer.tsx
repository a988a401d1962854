import type { ReactNode } from "react"
import { LONGEST_READ } from "./use-reading.ts"

/** Below this many words a text is only just begun. */
const BEGUN = 12

/** What stands in the margin when there is nothing to ask: an empty page, one just begun, no story, or far too much. */
export function QuietAnswer({ length, words, isStory }: { length: number; words: number; isStory: boolean }) {
  if (length > LONGEST_READ)
    return (
      <Answer title="Longer than anybody tells">
        This is {length.toLocaleString("en")} characters. The coach reads up to{" "}
        {LONGEST_READ.toLocaleString("en")}, about twenty minutes of talk. Your text is kept as it is; nothing
        is marked in it.
      </Answer>
    )
  if (words === 0) return <Prompts />
  if (words < BEGUN) return <Answer title="Go on">A few more sentences, and the coach reads along.</Answer>
  if (!isStory)
    return (
      <Answer title="This doesn’t read as a story">
        The coach looks for one thing that happened, told in English sentences. Code, lists, plans and other
        languages it leaves alone; your text is kept as it is.
      </Answer>
    )
  return (
    <Answer title="Nothing to ask">
      The coach finds nothing to ask about this draft. Tell it aloud: what sounds odd to you counts for more.
    </Answer>
  )
}

function Answer({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="max-w-measure">
      <p>{title}</p>
      <p className="mt-1 text-small text-ink-2">{children}</p>
    </div>
  )
}

const ASKED = [
  ["S", "Where was this, and why did it matter to somebody?"],
  ["T", "What was asked of you, and what was the real problem?"],
  ["A", "What did you do, decide and say, in which order?"],
  ["R", "What was different afterwards, in numbers if there are any?"],
  ["H", "What keeps it from coming back?"],
] as const

/** The five questions a story answers, for an empty page. */
function Prompts() {
  return (
    <div className="max-w-measure">
      <p>One thing that happened, as you would tell a colleague</p>
      <ol className="mt-2 grid gap-2 text-small text-ink-2">
        {ASKED.map(([letter, question]) => (
          <li key={letter} className="flex gap-3">
            <span aria-hidden="true" className="w-3 shrink-0 font-semibold text-ink-3">
              {letter}
            </span>
            {question}
          </li>
        ))}
      </ol>
      <p className="mt-3 text-small text-ink-3">About 250 words. Begin anywhere; the order can come later.</p>
    </div>
  )
}
