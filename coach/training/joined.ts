import type { Part } from "../src/parts/part.ts"
import type { Answer } from "./material.ts"

interface Piece {
  text: string
  part: Part
}
const JOINERS = ["; ", ", and ", ", so ", ", and then ", " — ", ": "]
/** Words that lose their capital inside a sentence; whatever isn't among them may be a name. */
const SMALL =
  /^(The|A|An|It|It's|He|She|They|We|Our|My|Their|His|Her|Nobody|No|None|In|On|At|By|From|For|With|That|This|There|Since|After|Before|When|Now|Every|Each|One|Two|Three|Half|All|Both|So|Then|As|Of|Not|If|What|People|Everybody|Everyone|Within|Over|Until)(?=[ ,'’])/
const LINKS = /^(?:And|So|But|Then),? /
const STOPS = /[.!?…]+$/

/** Two sentences as the halves of one. */
const join = (first: Piece, second: Piece, joiner: string): Piece[] => [
  { text: first.text.replace(STOPS, ""), part: first.part },
  {
    text:
      joiner +
      second.text.replace(LINKS, "").replace(SMALL, (word) => word.charAt(0).toLowerCase() + word.slice(1)),
    part: second.part,
  },
]

/**
 * The last steps of a story, each in one sentence with one of its results; without results, the last four steps in two sentences, so that
 * length alone says nothing. Nothing when there are too few.
 */
function joinedPieces(pieces: readonly Piece[], turn: number): Piece[] | undefined {
  const at = (part: Part) => pieces.flatMap((piece, i) => (piece.part === part ? [i] : []))
  const [actions, results] = [at("action"), at("result")]
  const second =
    results.length > 0 ? results.slice(0, actions.length) : actions.slice(-4).filter((_, i) => i % 2 === 1)
  const first =
    results.length > 0 ? actions.slice(-second.length) : actions.slice(-4).filter((_, i) => i % 2 === 0)
  if (second.length === 0 || actions.length < 4) return undefined
  const partner = new Map(first.map((i, n) => [i, second[n] as number]))
  const taken = new Set(second)
  return pieces.flatMap((piece, i) => {
    if (taken.has(i)) return []
    const other = partner.get(i)
    return other === undefined
      ? [piece]
      : join(piece, pieces[other] as Piece, JOINERS[(turn + i) % JOINERS.length] as string)
  })
}

/**
 * Stories once more with their results inside the sentences of their steps, as many people tell them and few writers of material do. Their
 * pieces are the halves of such sentences, each with its part: what the coach has to tell apart when it reads a story by clauses.
 */
export const inOneBreath = (answers: readonly Answer[]): Answer[] =>
  answers.flatMap((answer, turn) => {
    const pieces = answer.sentences.map(({ start, end, part }) => ({
      text: answer.text.slice(start, end),
      part,
    }))
    const joined = answer.isStory ? joinedPieces(pieces, turn) : undefined
    if (!joined) return []
    let text = ""
    const sentences = joined.map(({ text: own, part }) => {
      text += text === "" || /^\W/.test(own) ? "" : " "
      const start = text.length
      text += own
      return { start, end: text.length, part }
    })
    return [{ ...answer, id: `${answer.id} joined`, text, sentences }]
  })
