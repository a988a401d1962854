import { describe, expect, it } from "vitest"
import { secondAsk } from "./double.ts"
import { CRITERIA, TRAITS } from "./fit.ts"
import { LEADING } from "./leading.ts"
import { brokenRules, plain, type Rule } from "./rule.ts"
import * as wordings from "./rules.test-data.ts"
import { sentencesOf, spokenSentences } from "./sentences.ts"
import { UNLAWFUL, UNLAWFUL_LABELS } from "./unlawful.ts"

const broken = (text: string, rules: readonly Rule[]) =>
  sentencesOf(text).flatMap((sentence) => brokenRules(sentence, rules).map(({ rule }) => rule.id))

describe("unlawful questions", () => {
  it.each(Object.entries(wordings.UNLAWFUL_QUESTIONS))("about %s are found", (rule, questions) => {
    const missed = questions.filter((question) => !broken(question, UNLAWFUL).includes(rule))
    expect(missed).toEqual([])
  })
  it("are never seen in a question about data", () => {
    const all = [...wordings.LAWFUL_QUESTIONS, ...wordings.NEUTRAL_QUESTIONS, ...wordings.SINGLE_QUESTIONS]
    expect(all.filter((question) => broken(question, UNLAWFUL).length > 0)).toEqual([])
  })
  it("are found in the bare labels of a form, where the same word in a sentence is none", () => {
    const found = (label: string) => brokenRules(plain(label), UNLAWFUL_LABELS).length > 0
    for (const label of ["Date of birth", "Nationality *", "Marital status", "Photo", "Gender (optional)"])
      expect(found(label)).toBe(true)
    for (const label of [
      "Which areas could you start in?",
      "Age of the oldest pipeline you ran",
      "Race conditions you have met",
    ])
      expect(found(label)).toBe(false)
  })
})

describe("leading questions", () => {
  it("are found", () =>
    expect(wordings.LEADING_QUESTIONS.filter((question) => broken(question, LEADING).length === 0)).toEqual(
      [],
    ))
  it("aren't seen where nothing is suggested", () => {
    const all = [...wordings.NEUTRAL_QUESTIONS, ...wordings.LAWFUL_QUESTIONS, ...wordings.SINGLE_QUESTIONS]
    expect(all.filter((question) => broken(question, LEADING).length > 0)).toEqual([])
  })
})

describe("double-barrelled questions", () => {
  const asks = (text: string) => secondAsk(spokenSentences(text)) !== undefined
  it("are found", () => expect(wordings.DOUBLE_QUESTIONS.filter((question) => !asks(question))).toEqual([]))
  it("aren't seen where one thing is asked", () => {
    expect(wordings.SINGLE_QUESTIONS.filter(asks)).toEqual([])
    expect(wordings.NEUTRAL_QUESTIONS.filter(asks)).toEqual([])
  })
})

describe("wordings the patterns weren't made from", () => {
  const { unlawful, leading, double, fair } = wordings.MORE
  const finds = {
    unlawful: (text: string) => broken(text, UNLAWFUL).length > 0,
    leading: (text: string) => broken(text, LEADING).length > 0,
    double: (text: string) => secondAsk(spokenSentences(text)) !== undefined,
  }
  it("are found all the same", () => {
    expect(unlawful.filter((text) => !finds.unlawful(text))).toEqual([])
    expect(leading.filter((text) => !finds.leading(text))).toEqual([])
    expect(double.filter((text) => !finds.double(text))).toEqual([])
  })
  it.each(Object.entries(finds))("aren't called %s when they are fair", (_name, found) => {
    expect(fair.filter(found)).toEqual([])
  })
})

describe("criteria", () => {
  it("that judge by origin, age or likeness are found", () => {
    for (const text of [
      "Is a native speaker",
      "Young and energetic",
      "Would be a good culture fit",
      "Has small kids at home",
      "A team player",
    ])
      expect(broken(text, CRITERIA), text).not.toEqual([])
    for (const text of [
      "Fits the window to the lateness measured",
      "Names the parent of each child task",
      "Keeps the native types of the source",
    ])
      expect(broken(text, CRITERIA), text).toEqual([])
  })
  it("that name a trait instead of something observable are found", () => {
    for (const text of [
      "Confident",
      "Good communicator",
      "Strong technical skills",
      "Shows passion",
      "Is very structured and calm",
    ])
      expect(broken(text, [TRAITS]), text).toEqual(["trait"])
    for (const text of [
      "Names a key that makes the load repeatable",
      "Clear about what stays undone",
      "Honest that the cause is unknown",
    ])
      expect(broken(text, [TRAITS]), text).toEqual([])
  })
})

describe("rules", () => {
  const all = [...UNLAWFUL, ...UNLAWFUL_LABELS, ...LEADING, ...CRITERIA, TRAITS]
  it("each have a name of their own, a date and a reason", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const { since, about, why } of all) {
      expect(since).toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(about && why).toMatch(/\.$/)
    }
  })
  it("answer in good time, whatever the text", () => {
    const texts = [
      "a union ",
      "and how ",
      "you your ",
      "? ",
      "do you have a ",
      "what is your ",
      "as a mother ",
      ", ",
      "x",
    ]
    const start = performance.now()
    for (const text of texts) {
      const long = text.repeat(Math.ceil(4000 / text.length))
      broken(long, all)
      secondAsk(spokenSentences(long))
    }
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
