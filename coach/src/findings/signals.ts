import { PARTS } from "../parts/part.ts"
import type { Sense } from "../parts/sense.ts"
import { namesSomebody, teamOf, tells, tellsByName } from "../story/telling.ts"
import { clauseSignalsOf } from "./clause-signals.ts"
import type { Told } from "./told.ts"

const [S, T, A, R, H, O] = PARTS.map((_, k) => k) as [number, number, number, number, number, number]
const CAP = 2
const OWN = /^(i|i'd|i've|i'm|i'll|my|me|myself)$/
const OURS = /^(we|we'd|we've|we're|we'll|our|us)$/
const THEIRS = /^(they|they'd|they're|they've|their|them|he|she|his|her)$/
/** Others, spoken of together. */
const ANY_OF_THEM =
  /^(people|folk|folks|lot|guy|guys|men|man|team|department|crowd|generation|colleagues|anyone|nobody|whoever|vendors?|suppliers?)$/
const AS_EVER =
  /^(always|never|ever|every|everytime|constantly|forever|usual|usually|typical|typically|simply|obviously)$/
/** Small counts: of people, of places, of tries. */
const FEW = /^(one|two|three|four|five|half|1|2|3|4|5)$/
const DOING = ["build", "investigate", "decide", "tell", "coordinate", "find"]

/** What the findings are weighed by: named numbers, mostly between 0 and 2. */
export function signalsOf({ senses, parts, absent, clauses }: Told): Map<string, number> {
  const mates = teamOf(senses)
  const words = senses.map((s) => s.words.length)
  const total = Math.max(
    1,
    words.reduce((a, b) => a + b, 0),
  )
  const signals = clauseSignalsOf(clauses, total)
  const set = (name: string, value: number) => signals.set(name, value)
  const p = (i: number, k: number) => (parts[i] as Float64Array)[k] as number
  const is = (i: number, k: number) => (parts[i] as Float64Array).every((v) => v <= p(i, k))
  const sum = (value: (sense: Sense, i: number) => number) =>
    senses.reduce((all, sense, i) => all + value(sense, i), 0)
  const most = (value: (sense: Sense, i: number) => number) =>
    senses.reduce((max, sense, i) => Math.max(max, value(sense, i)), 0)

  for (const [k, name] of PARTS.entries()) {
    set(
      `${name} most`,
      most((_, i) => p(i, k)),
    )
    set(
      `${name} sum`,
      Math.min(
        3,
        sum((_, i) => p(i, k)),
      ),
    )
    set(`${name} share`, sum((_, i) => p(i, k) * (words[i] as number)) / total)
    set(`${name} absent`, Math.max(-6, absent[k] as number) / 3)
    set(`${name} absent likely`, Math.exp(absent[k] as number))
    set(`${name} any`, senses.some((_, i) => is(i, k)) ? 1 : 0)
  }
  let waiting = 1
  let before = 0
  let beforeSure = 0
  let begun = false
  for (const [i, count] of words.entries()) {
    waiting *= 1 - Math.min(1, p(i, T) + p(i, A))
    before += waiting * count * p(i, S)
    begun ||= is(i, T) || is(i, A)
    if (!begun && is(i, S)) beforeSure += count
  }
  set("before", before / total)
  set("before sure", beforeSure / total)
  set("before over", 1 / (1 + Math.exp((0.3 - before / total) * 30)))
  set("before sure over", 1 / (1 + Math.exp((0.3 - beforeSure / total) * 30)))

  const within = (name: string, k: number, has: (sense: Sense) => boolean) =>
    set(
      name,
      Math.min(
        CAP,
        sum((s, i) => (has(s) ? p(i, k) : 0)),
      ),
    )
  for (const [k, part] of PARTS.entries()) {
    within(`${part} number`, k, (s) => s.quantities.some((q) => q.kind !== "clock"))
    within(`${part} numbers`, k, (s) => s.quantities.length > 1)
    within(`${part} money`, k, (s) => s.quantities.some((q) => q.kind === "money" || q.kind === "percent"))
    within(`${part} duration`, k, (s) => s.quantities.some((q) => q.kind === "duration"))
    within(`${part} change`, k, (s) => s.changes.length > 0)
    within(`${part} present`, k, (s) => s.tense === "present")
    for (const name of new Set(senses.flatMap((s) => [...s.classes])))
      within(`${part} ${name}`, k, (s) => s.classes.has(name))
  }

  const count = (pattern: RegExp, k?: number) =>
    sum((s, i) => s.words.filter((w) => pattern.test(w)).length * (k === undefined ? 1 : p(i, k)))
  const [own, ours, theirs] = [count(OWN), count(OURS), count(THEIRS)]
  set("own", Math.min(1, own / total / 0.05))
  set("ours", Math.min(1, ours / total / 0.05))
  set("theirs", Math.min(1, theirs / total / 0.05))
  set("own share", own / Math.max(1, own + ours))
  const doing = (pattern: RegExp) =>
    sum(
      (s, i) =>
        p(i, A) *
        s.meanings.filter(
          (m) => m.meanings.some((name) => DOING.includes(name)) && pattern.test(s.persons[m.at] ?? ""),
        ).length,
    )
  const [mine, team] = [doing(/^I$/), doing(/^we$/)]
  set("own doing", mine / Math.max(1, mine + team))
  set("own doing count", Math.min(CAP, mine / 3))
  set("team doing", Math.min(CAP, team / 3))
  const sentencesBy = (person: string) =>
    sum((s, i) => (s.person === person ? p(i, A) : 0)) /
    Math.max(
      1,
      sum((_, i) => p(i, A)),
    )
  set("own sentences", sentencesBy("I"))
  set("team sentences", sentencesBy("we"))
  set("own in action", Math.min(CAP, count(OWN, A) / 3))
  set("ours in action", Math.min(CAP, count(OURS, A) / 3))
  set("own in action share", count(OWN, A) / Math.max(1, count(OWN, A) + count(OURS, A)))

  const tools = sum((s) => s.meanings.filter((m) => m.meanings.includes("tool")).length)
  const distinct = new Set(
    senses.flatMap((s) =>
      s.meanings.flatMap((m) =>
        m.meanings.includes("tool") ? [s.words.slice(m.at, m.at + m.length).join(" ")] : [],
      ),
    ),
  )
  set("tools", Math.min(CAP, tools / total / 0.05))
  set("distinct tools", Math.min(CAP, distinct.size / 8))
  const withTools = senses.filter((s) => s.classes.has("tool"))
  set("tool sentences", withTools.length / Math.max(1, senses.length))
  set("tool words", withTools.reduce((all, s) => all + s.words.length, 0) / total)
  set(
    "explaining",
    sum((s, i) =>
      s.tense === "present" && s.person !== "I" && s.person !== "we"
        ? (p(i, O) + p(i, A) + p(i, S)) * s.words.length
        : 0,
    ) / total,
  )
  set(
    "tool explaining",
    sum((s) =>
      s.classes.has("tool") && (s.tense === "present" || s.tense === "none") ? s.words.length : 0,
    ) / total,
  )
  set(
    "most tools",
    Math.min(CAP, most((s) => s.meanings.filter((m) => m.meanings.includes("tool")).length) / 4),
  )

  set(
    "told somebody",
    Math.min(
      CAP,
      sum((s, i) => ((tells(s) && namesSomebody(s)) || tellsByName(s, mates) ? 1 - p(i, S) - p(i, O) : 0)),
    ),
  )
  set(
    "told",
    Math.min(
      CAP,
      sum((s, i) => (tells(s) ? 1 - p(i, S) - p(i, O) : 0)),
    ),
  )
  set("somebody", Math.min(CAP, sum((s, i) => (s.classes.has("stakeholder") ? 1 - p(i, S) : 0)) / 2))
  set(
    "blaming",
    Math.min(
      CAP,
      sum((s) => (s.classes.has("blame") ? 1 : 0)),
    ),
  )
  set(
    "blaming them",
    Math.min(
      CAP,
      sum((s) =>
        s.classes.has("blame") && (s.classes.has("outside") || s.words.some((w) => THEIRS.test(w))) ? 1 : 0,
      ),
    ),
  )
  for (const name of ["harsh", "excuse"])
    set(
      name,
      Math.min(
        CAP,
        sum((s) => (s.classes.has(name) ? 1 : 0)),
      ),
    )
  // Others spoken of as they always are, or in hard words, rather than as what happened between us.
  const ofThem = (s: Sense) =>
    !s.words.some((w) => OWN.test(w)) &&
    (s.person === "they" ||
      s.person === "she" ||
      s.classes.has("outside") ||
      s.words.some((w) => THEIRS.test(w) || ANY_OF_THEM.test(w)))
  const asEver = (s: Sense) =>
    s.tense === "present" ||
    s.words.some((w) => AS_EVER.test(w)) ||
    s.meanings.some((m) => m.meanings.includes("habit"))
  const isHard = (name: string) => name === "harsh" || name === "excuse" || name === "blame"
  set(
    "scolding",
    Math.min(
      CAP,
      sum((s) => (ofThem(s) && [...s.classes].some(isHard) ? 1 : 0)),
    ),
  )
  set(
    "talk of them",
    Math.min(
      CAP,
      sum((s, i) => (ofThem(s) && asEver(s) ? 1 - p(i, S) - p(i, R) * 0.5 : 0)),
    ),
  )
  set(
    "hard talk of them",
    most((s, i) =>
      ofThem(s) &&
      asEver(s) &&
      (s.classes.has("lack") || s.classes.has("habit") || [...s.classes].some(isHard))
        ? 1 - p(i, S)
        : 0,
    ),
  )
  set(
    "habit of theirs",
    most((s, i) => (ofThem(s) && s.classes.has("habit") ? 1 - p(i, S) : 0)),
  )
  set("their share", sum((s, i) => (ofThem(s) ? s.words.length * (1 - p(i, S)) : 0)) / total)
  set(
    "hard words",
    Math.min(
      3,
      sum((s) => s.meanings.filter((m) => m.meanings.some(isHard)).length),
    ) / 2,
  )
  set(
    "others at the end",
    Math.min(
      CAP,
      sum((s, i) =>
        i >= senses.length - 4 &&
        (s.person === "they" || s.classes.has("outside") || s.words.some((w) => THEIRS.test(w)))
          ? p(i, O) + p(i, R)
          : 0,
      ),
    ),
  )
  set("end is result", senses.length === 0 ? 0 : p(senses.length - 1, R) + p(senses.length - 1, H))
  const late = (k: number) => most((_, i) => (i * 2 >= senses.length ? p(i, k) : 0))
  set("late result", late(R))
  set("late hardening", late(H))
  set(
    "durable since",
    Math.min(
      CAP,
      sum((s, i) =>
        s.classes.has("durable") && (s.classes.has("recurrence") || s.tense === "present") ? 1 - p(i, S) : 0,
      ),
    ),
  )
  set(
    "options",
    Math.min(
      CAP,
      sum((s, i) =>
        s.quantities.length > 0 && (s.classes.has("compare") || s.tense === "would") ? 1 - p(i, R) : 0,
      ),
    ),
  )
  set(
    "numbers before result",
    Math.min(
      3,
      sum((s, i) => s.quantities.filter((q) => q.kind !== "clock").length * (1 - p(i, R) - p(i, H))) / 4,
    ),
  )
  // Options are told close together: what two neighbouring sentences, or one, count up in money, time, shares and amounts.
  const weighty = (i: number): number => {
    const s = senses[i]
    if (!s || p(i, R) + p(i, H) > 0.5) return 0
    return s.quantities.filter(
      (q) =>
        q.kind !== "clock" && (q.kind !== "count" || s.words.slice(q.from, q.to).some((w) => !FEW.test(w))),
    ).length
  }
  const side = most((_, i) => (is(i, S) ? 0 : weighty(i) + Math.max(0, weighty(i + 1))))
  set("numbers side by side", Math.min(4, side) / 2)
  set("two numbers side by side", side >= 2 ? 1 : 0)
  set("three numbers side by side", side >= 3 ? 1 : 0)
  set(
    "numbers in one sentence",
    Math.min(
      4,
      most((_, i) => (is(i, S) ? 0 : weighty(i))),
    ) / 2,
  )
  set("words", Math.min(2, total / 200))
  set(
    "people in result",
    most((s, i) =>
      s.persons.some((who) => who === "she" || who === "they" || who === "nobody") ||
      s.classes.has("stakeholder")
        ? p(i, R)
        : 0,
    ),
  )
  set(
    "business in result",
    most((s, i) => (s.classes.has("business") || s.quantities.some((q) => q.kind === "money") ? p(i, R) : 0)),
  )
  set(
    "only technical",
    sum((s, i) =>
      s.classes.has("technical") && !s.classes.has("business") && !s.classes.has("stakeholder") ? p(i, R) : 0,
    ) /
      Math.max(
        0.5,
        sum((_, i) => p(i, R)),
      ),
  )
  set("result words", Math.min(CAP, sum((_, i) => p(i, R) * (words[i] as number)) / 30))
  set(
    "result last",
    most((_, i) => (i >= senses.length - 2 ? p(i, R) : 0)),
  )
  return signals
}
