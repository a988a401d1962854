import { expect, test } from "vitest"
import { ALL_KITS, kitToPractise } from "./kit-choice.ts"
import type { Asked } from "./queries.ts"
import { choicesOf, filterQuestions, questionsOf } from "./question-filter.ts"

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
  const all = [...questions, again, reworded]
  const distinct = questionsOf(all, ALL_KITS)
  const names = (from: Asked[]) => from.map(({ id, kitId }) => `${kitId}/${id}`)
  expect(names(distinct)).toEqual(["k/night", "k/saving", "k/grain", "other/night"])
  expect(distinct[0]).toMatchObject({ times: 6, timesAt: { junior: 6, mid: 0 } })
  const other = questionsOf(all, "other")
  expect(names(other)).toEqual(["other/night", "other/night"])
  expect(other[0]).toMatchObject({ times: 6, timesAt: { junior: 6, mid: 0 } })
  expect(other[1]).toMatchObject({ times: 3 })
})

test("practises with the kit chosen before, else the data engineer’s", () => {
  const kits = ["analytics-engineer", "data-engineer"]
  expect(kitToPractise(kits, "analytics-engineer")).toBe("analytics-engineer")
  expect(kitToPractise(kits, null)).toBe("data-engineer")
  expect(kitToPractise(kits, "gone")).toBe("data-engineer")
  expect(kitToPractise(["own"], null)).toBe("own")
  expect(kitToPractise([], null)).toBe("")
})
