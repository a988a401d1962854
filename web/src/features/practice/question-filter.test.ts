import { expect, test } from "vitest"
import type { Asked } from "./queries.ts"
import { choicesOf, distinctQuestions, filterQuestions, themeWords } from "./question-filter.ts"

const asked = (id: string, theme: string | null, competency: string): Asked => ({
  id,
  kitId: "k",
  title: id,
  kind: theme ? "behavioural" : "competency",
  competency,
  question: "",
  probes: [],
  minutes: 8,
  theme,
  times: 3,
  timesAt: { junior: 3, mid: 0, senior: 0, principal: 0 },
})
const questions = [
  asked("night", "pipeline-broke", "Operations"),
  asked("saving", "cost-reduction", "Cost"),
  asked("grain", null, "Modelling"),
]
const open = { theme: "", competency: "" }

test("narrows by theme and by competency, and counts tries at the level alone", () => {
  const ids = (filter: typeof open) => filterQuestions(questions, filter, "mid").map(({ id }) => id)
  expect(ids(open)).toEqual(["night", "saving", "grain"])
  expect(ids({ ...open, theme: "cost-reduction" })).toEqual(["saving"])
  expect(ids({ ...open, competency: "Modelling" })).toEqual(["grain"])
  expect(ids({ theme: "cost-reduction", competency: "Modelling" })).toEqual([])
  expect(filterQuestions(questions, open, "junior")[0]?.times).toBe(3)
  expect(filterQuestions(questions, open, "mid")[0]?.times).toBe(0)
})

test("offers only what leads to a question", () => {
  expect(choicesOf(questions, open)).toEqual({
    themes: ["cost-reduction", "pipeline-broke"],
    competencies: ["Cost", "Modelling", "Operations"],
  })
  expect(choicesOf(questions, { ...open, competency: "Cost" }).themes).toEqual(["cost-reduction"])
})

test("shows a question once that two kits hold word for word, its tries added up", () => {
  const again = { ...asked("night", "pipeline-broke", "Operations"), kitId: "other" }
  const reworded = { ...again, question: "Tell us of a night." }
  const distinct = distinctQuestions([...questions, again, reworded])
  expect(distinct.map(({ id, kitId }) => `${kitId}/${id}`)).toEqual([
    "k/night",
    "k/saving",
    "k/grain",
    "other/night",
  ])
  expect(distinct[0]).toMatchObject({ times: 6, timesAt: { junior: 6, mid: 0 } })
})

test("says a theme in words", () => {
  expect(["missed-sla", "ai-tools", "bad-data-downstream"].map(themeWords)).toEqual([
    "Missed SLA",
    "AI tools",
    "Bad data downstream",
  ])
})
