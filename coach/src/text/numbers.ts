const SMALL =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen`.split(/\s+/)
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ")

const UNITS = new Map<string, number>([
  ...SMALL.map((word, n) => [word, n] as const),
  ...TENS.map((word, n) => [word, (n + 2) * 10] as const),
])
const FACTORS = new Map<string, number>([
  ["hundred", 100],
  ["thousand", 1_000],
  ["grand", 1_000],
  ["million", 1_000_000],
  ["billion", 1_000_000_000],
  ["k", 1_000],
  ["m", 1_000_000],
  ["mn", 1_000_000],
  ["bn", 1_000_000_000],
])
const VAGUE = new Map<string, number>([
  ["half", 0.5],
  ["third", 1 / 3],
  ["quarter", 0.25],
  ["dozen", 12],
  ["hundreds", 300],
  ["thousands", 3_000],
  ["dozens", 36],
  ["millions", 3_000_000],
])

/** The value of digits as people write them: "4,200", "1.5", "30k", "2.4m". Nothing for clock times and versions. */
export function valueOfDigits(token: string): number | undefined {
  const m = /^(\d[\d.,']*?)(k|m|mn|bn)?\+?$/u.exec(token)
  if (!m) return undefined
  const digits = (m[1] as string).replaceAll("'", "")
  const plain = /^\d{1,3}([.,]\d{3})+$/.test(digits)
    ? digits.replaceAll(/[.,]/g, "")
    : digits.replace(",", ".")
  const value = Number(plain)
  return Number.isFinite(value) ? value * (FACTORS.get(m[2] ?? "") ?? 1) : undefined
}

export interface NumberAt {
  /** Token positions, end exclusive. */
  from: number
  to: number
  /** In units of what is counted; "hundreds" and the like give a rough one. */
  value: number
}

/** Reads the number that begins at a token, in digits or words: "eleven thousand", "two and a half", "1.2 million". */
export function numberAt(tokens: readonly string[], from: number): NumberAt | undefined {
  let to = from
  let total = 0
  let current: number | undefined
  for (; to < tokens.length; to++) {
    const token = tokens[to] as string
    const factor = FACTORS.get(token)
    if (
      factor !== undefined &&
      current !== undefined &&
      !(token === "m" || token === "k" || token.length > 9)
    ) {
      current *= factor
      if (factor >= 1000) {
        total += current
        current = 0
      }
      continue
    }
    const [head, tail] = token.split("-") as [string, string | undefined]
    const unit = UNITS.get(head)
    const added =
      unit === undefined ? undefined : unit + (tail === undefined ? 0 : (UNITS.get(tail) ?? Number.NaN))
    if (added !== undefined && !Number.isNaN(added)) {
      // "twenty five" goes together; "five six" are two numbers.
      if (
        current !== undefined &&
        !(current >= 20 && current % 10 === 0 && added < (current >= 100 ? 100 : 10)) &&
        current !== 0
      )
        break
      current = (current ?? 0) + added
      continue
    }
    const digits = /^\d/.test(token) ? valueOfDigits(token) : undefined
    if (digits !== undefined && current === undefined) {
      current = digits
      continue
    }
    if (
      token === "and" &&
      current !== undefined &&
      current >= 100 &&
      UNITS.has((tokens[to + 1] ?? "").split("-")[0] as string)
    )
      continue
    if (token === "and" && current !== undefined && tokens[to + 1] === "a" && tokens[to + 2] === "half") {
      current += 0.5
      to += 2
      continue
    }
    break
  }
  if (current !== undefined) return { from, to, value: total + current }
  const vague = VAGUE.get(tokens[from] as string)
  return vague === undefined ? undefined : { from, to: from + 1, value: vague }
}
