import type { Span } from "../text/sentences.ts"
import type { Token } from "../text/tokens.ts"

const HEDGES = new Set(
  `maybe perhaps possibly probably somewhat apparently presumably i_think i_guess i_suppose i_believe sort_of kind_of a_bit a_little
  more_or_less i_would_say i'd_say it_seems seemed_to in_a_way to_some_extent some_kind_of some_sort_of tried_to hopefully
  not_sure i_feel_like roughly_speaking something_like or_something or_so as_far_as_i could_be might_be might_have_been`.split(
    /\s+/,
  ),
)
const FILLERS = new Set(
  `um uh uhm erm er hmm like basically literally you_know i_mean so_yeah and_stuff and_so_on you_see at_the_end_of_the_day
  actually honestly anyway okay_so or_whatever and_everything right_so to_be_honest`.split(/\s+/),
)
/** "like" and "actually" fill only where nothing hangs on them. */
const FILLS_BEFORE = /^(um|uh|so|and|but|was|were|is|just|really|of|it's|i'm)$/

export interface Voice {
  /** Words for oneself, and for the team. */
  own: number
  team: number
  hedges: Span[]
  fillers: Span[]
}

function spansOf(tokens: readonly Token[], list: ReadonlySet<string>): Span[] {
  const spans: Span[] = []
  for (let at = 0; at < tokens.length; at++)
    for (let length = Math.min(6, tokens.length - at); length > 0; length--) {
      const words = tokens.slice(at, at + length).map((t) => t.text)
      if (!list.has(words.join("_"))) continue
      if (words[0] === "like" && at > 0 && !FILLS_BEFORE.test(tokens[at - 1]?.text ?? "")) continue
      spans.push({ start: (tokens[at] as Token).start, end: (tokens[at + length - 1] as Token).end })
      at += length - 1
      break
    }
  return spans
}

/** Own part against the team's, and the words that soften or fill. Counts to look at, not faults. */
export function voiceOf(tokens: readonly Token[]): Voice {
  const count = (pattern: RegExp) => tokens.filter(({ text }) => pattern.test(text)).length
  return {
    own: count(/^(i|i'd|i've|i'm|i'll|my|me|myself|mine)$/),
    team: count(/^(we|we'd|we've|we're|we'll|our|us|ours|ourselves)$/),
    hedges: spansOf(tokens, HEDGES),
    fillers: spansOf(tokens, FILLERS),
  }
}
