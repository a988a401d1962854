import { numberAt } from "./numbers.ts"
import type { Quantity, QuantityKind } from "./quantity.ts"
import { shareUnits } from "./ranges.ts"
import type { Token } from "./tokens.ts"

export type { Quantity, QuantityKind }

const MONEY = new Set(
  `€ $ £ ¥ euro euros dollar dollars pound pounds eur usd gbp chf franc francs cents lei ron zloty crowns kroner yen rupees
  reais pesos grand bucks quid a-month`.split(/\s+/),
)
/** Durations in minutes. */
const DURATION = new Map<string, number>(
  Object.entries({
    ms: 1 / 60_000,
    millisecond: 1 / 60_000,
    second: 1 / 60,
    sec: 1 / 60,
    s: 1 / 60,
    minute: 1,
    min: 1,
    hour: 60,
    h: 60,
    hr: 60,
    day: 1440,
    week: 10_080,
    fortnight: 20_160,
    month: 43_830,
    quarter: 131_490,
    year: 525_960,
    night: 1440,
    morning: 1440,
    weekend: 2880,
    evening: 1440,
    afternoon: 1440,
    sprint: 20_160,
  }),
)
const singular = (unit: string) => (unit.endsWith("s") && unit.length > 2 ? unit.slice(0, -1) : unit)
/** What makes "an hour" a measure: "an hour earlier", "a day less". */
const THAN = /^(earlier|later|sooner|faster|quicker|shorter|longer|less|more)$/
const TIMES = new Set(["times", "x", "fold"])
const NOT_COUNTED = new Set(
  "of the a an in on to and or but i we he she they it is was that this which who where when while then so as because since for with from at by".split(
    " ",
  ),
)
/** "one" and the like are numbers only before something counted that is worth counting. */
const WEAK = new Set(["one", "second", "third", "zero", "m", "quarter"])

function clockAt(tokens: readonly string[], at: number): number {
  const token = tokens[at] as string
  if (/^\d{1,2}[:.]\d{2}$/.test(token) && token.includes(":"))
    return 1 + Number(/^[ap]m$/.test(tokens[at + 1] ?? ""))
  if (/^\d{1,2}([:.]\d{2})?(am|pm)$/.test(token)) return 1
  const isHour =
    /^\d{1,2}$/.test(token) ||
    /^(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/.test(token)
  const next = tokens[at + 1] ?? ""
  if (isHour && /^(am|pm|o'clock)$/.test(next)) return 2
  if (isHour && /^[ap]$/.test(next) && tokens[at + 2] === "m") return 3
  if (
    isHour &&
    next === "in" &&
    tokens[at + 2] === "the" &&
    /^(morning|night|evening|afternoon)$/.test(tokens[at + 3] ?? "")
  )
    return 4
  return 0
}

/** Whether a token follows the one before it with no comma or other mark between them. */
const goesOn = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.start ?? 0) - (tokens[at - 1]?.end ?? 0) <= 1

/** Everything counted or measured in a sentence: digits and words, money, percent, durations, "twice". */
export function quantitiesIn(tokens: readonly Token[], words: readonly string[]): Quantity[] {
  const found: Quantity[] = []
  const add = (from: number, to: number, kind: QuantityKind, value: number | undefined, unit: string) =>
    found.push({
      start: (tokens[from] as Token).start,
      end: (tokens[to - 1] as Token).end,
      kind,
      value,
      unit,
      from,
      to,
    })
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string
    const clock = clockAt(words, at)
    if (clock > 0) {
      add(at, at + clock, "clock", undefined, "")
      at += clock - 1
      continue
    }
    const glued = /^(\d[\d.,]*)(ms|s|sec|min|h|hr|hrs|x|d|gb|tb|mb|pb|th|st|nd|rd)$/.exec(word)
    if (glued) {
      const unit = glued[2] as string
      const value = Number((glued[1] as string).replaceAll(",", ""))
      if (!/^(th|st|nd|rd)$/.test(unit))
        add(
          at,
          at + 1,
          unit === "x" ? "times" : DURATION.has(singular(unit)) ? "duration" : "count",
          value,
          unit,
        )
      continue
    }
    if (/^(twice|tenfold|threefold|fivefold)$/.test(word)) {
      add(
        at,
        at + 1,
        "times",
        word === "twice" ? 2 : word === "tenfold" ? 10 : word === "fivefold" ? 5 : 3,
        "times",
      )
      continue
    }
    if (/^an?$/.test(word) && DURATION.has(words[at + 1] ?? "") && THAN.test(words[at + 2] ?? "")) {
      add(at, at + 2, "duration", 1, words[at + 1] as string)
      at++
      continue
    }
    const number = numberAt(words, at)
    if (!number) continue
    const before = words[at - 1] ?? ""
    let to = number.to
    while (
      /^(more|fewer|whole|full|extra|straight|working|business|calendar|different|other|of|the)$/.test(
        words[to] ?? "",
      ) &&
      to < number.to + 2
    )
      to++
    const unit = goesOn(tokens, to) ? (words[to] ?? "") : ""
    if (MONEY.has(before) && (found.at(-1)?.to ?? 0) < at)
      add(at - 1, number.to, "money", number.value, before)
    else if (MONEY.has(unit) && to === number.to) add(at, to + 1, "money", number.value, unit)
    else if (unit === "%" || unit === "percent" || (unit === "per" && words[to + 1] === "cent"))
      add(at, to + (unit === "per" ? 2 : 1), "percent", number.value, "%")
    else if (TIMES.has(unit)) add(at, to + 1, "times", number.value, unit)
    else if (DURATION.has(singular(unit.split("-")[0] as string)))
      add(at, to + 1, "duration", number.value, singular(unit.split("-")[0] as string))
    else if (!(WEAK.has(word) && number.to === at + 1) && !/^(19|20)\d\d$/.test(word))
      add(at, number.to, "count", number.value, NOT_COUNTED.has(unit) ? "" : unit)
    at = Math.max(at, number.to - 1)
  }
  return shareUnits(words, found)
}

/** A duration in minutes; nothing for other quantities. */
export const minutesOf = ({ kind, value, unit }: Quantity): number | undefined => {
  const factor = kind === "duration" ? DURATION.get(singular(unit)) : undefined
  return factor === undefined || value === undefined ? undefined : value * factor
}
