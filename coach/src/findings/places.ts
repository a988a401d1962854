import { PARTS, type Part } from "../parts/part.ts"
import type { Sense } from "../parts/sense.ts"
import type { Span } from "../text/sentences.ts"
import type { FindingId } from "./ids.ts"
import type { Told } from "./told.ts"

/** The most likely part of each sentence, by the chain's marginals. */
export const likeliest = (parts: readonly Float64Array[]): Part[] =>
  parts.map((row) => PARTS[row.indexOf(Math.max(...row))] as Part)

const over = (from: Sense | undefined, to: Sense | undefined): Span | undefined =>
  from && to ? { start: from.start, end: to.end } : undefined

/** The sentence that something says most of, if any says it at all. */
function strongest(senses: readonly Sense[], weight: (sense: Sense, i: number) => number): Sense | undefined {
  let best: Sense | undefined
  let most = 0
  for (const [i, sense] of senses.entries()) {
    const value = weight(sense, i)
    if (value > most) [best, most] = [sense, value]
  }
  return best
}

const hits = (sense: Sense, ...names: string[]) =>
  sense.meanings.filter((m) => m.meanings.some((name) => names.includes(name))).length

/** Where to underline a weighed finding: what is there and should change, or the sentence after which something is missing. */
export function placeOf(id: FindingId, { senses, parts }: Told): Span {
  const names = likeliest(parts)
  const of = (...wanted: Part[]) => senses.filter((_, i) => wanted.includes(names[i] as Part))
  const p = (i: number, part: Part) => parts[i]?.[PARTS.indexOf(part)] ?? 0
  const last = senses.at(-1) as Sense
  const results = of("result")
  const actions = of("action")
  const place = (): Span | undefined => {
    switch (id) {
      case "long-situation": {
        const begun = names.findIndex((part) => part === "task" || part === "action")
        return over(senses[0], senses[(begun < 1 ? senses.length : begun) - 1])
      }
      case "no-constraint":
        return of("situation").at(-1) ?? actions[0]
      case "technical-result-only":
      case "unquantified":
        return results.length > 0 ? strongest(results, (s) => s.words.length) : last
      case "no-result":
        return last
      case "no-hardening":
        return results.at(-1) ?? last
      case "blames-others":
        return strongest(
          senses,
          (s, i) =>
            2 * hits(s, "blame", "harsh", "habit") +
            hits(s, "outside") +
            Number(s.persons.includes("they") || s.persons.includes("she")) * 0.5 +
            p(i, "other") * 0.4,
        )
      case "vague-we":
        return (
          strongest(actions, (s) => s.words.filter((w) => /^(we|we'd|we've|our|us)$/.test(w)).length) ??
          actions[0]
        )
      case "tool-heavy":
        return strongest(senses, (s) => hits(s, "tool"))
      case "no-stakeholders":
        return strongest(senses, (s, i) => hits(s, "fail") * (p(i, "situation") + p(i, "task")))
      case "one-sided-tradeoff":
        return strongest(actions, (s) => hits(s, "decide", "compare") + 0.1)
      default:
        return undefined
    }
  }
  return place() ?? senses[0] ?? { start: last.start, end: last.end }
}
