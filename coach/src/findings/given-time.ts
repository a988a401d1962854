import type { Sense } from "../parts/sense.ts"

/** What hands a time to somebody: "gave us fifteen days", "I had two hours", "leaving nine days". */
const GIVES = /^(gave|give|given|giving|had|has|have|allowed|leaving|left)$/
/** Words that may stand between: whose time it is, and how little. */
const BETWEEN =
  /^(me|us|him|her|them|you|the|a|an|one|just|only|about|barely|exactly|all|team|of|less|than|under)$/
/** What asks for something: with a moment it says until when. */
const ASKS =
  /^(wanted|wants|asked|needed|needs|must|due|promised|required|expected|demanded|deadline|owed|supposed|insisted)$/
const UNTIL = /^(by|before|until|till|within|in)$/
const MOMENT =
  /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|mondays|tomorrow|noon|midnight|tonight|morning|evening|end|close|month-end|quarter-end|christmas|easter|january|february|march|april|june|july|august|september|october|november|december|audit|launch|opening|release)$/

/** Whether a sentence says how long somebody had, or until when something was wanted. */
export function givesTime({ words, quantities }: Sense): boolean {
  const handed = quantities.some(({ kind, from, to }) => {
    if (kind !== "duration" || words[to] === "of") return false
    let at = from - 1
    while (at > from - 4 && BETWEEN.test(words[at] ?? "")) at--
    return GIVES.test(words[at] ?? "")
  })
  if (handed) return true
  const asks = words.findIndex((word) => ASKS.test(word))
  if (asks < 0) return false
  return words.some(
    (word, at) =>
      at > asks &&
      UNTIL.test(word) &&
      (words.slice(at + 1, at + 4).some((next) => MOMENT.test(next)) ||
        quantities.some(({ from }) => from > at && from <= at + 2)),
  )
}
