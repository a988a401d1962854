import { expect, it } from "vitest"
import { senseOf } from "../parts/sense.ts"
import { readStory } from "../read.ts"
import { givesTime } from "./given-time.ts"

const gives = (text: string) => givesTime(senseOf(text, { start: 0, end: text.length }))

it.each([
  "The regulator gave us fifteen working days to deliver lineage for 60 tables.",
  "I had two hours before the planners logged on.",
  "Legal wanted the export by Friday noon.",
  "It was due within two weeks.",
  "I needed an answer before 9:30, when trading opens.",
])("hears a time that somebody had: %s", (text) => expect(gives(text)).toBe(true))

it.each([
  "We had two weeks of backlog in the queue.",
  "By Friday all 34 jobs ran in the scheduler.",
  "The replay took fifteen days.",
  "Patients are offered a new slot within two minutes.",
])("hears none in: %s", (text) => expect(gives(text)).toBe(false))

const STORY =
  "The regulator gave us fifteen working days to deliver transaction lineage for 60 tables. I listed the tables by who reads them and began with those that reports stand on. I parsed the job definitions for the edges, had each owner sign off on the list, and wrote to compliance every evening what was done. On day fourteen they had all 60, and the examiner found nothing to add."

it("doesn't ask what made it hard when a story says how long there was", () => {
  const ids = (text: string) => readStory(text).findings.map(({ id }) => id)
  expect(ids(STORY)).not.toContain("no-constraint")
  expect(
    ids(STORY.replace("The regulator gave us fifteen working days to deliver", "We delivered")),
  ).toContain("no-constraint")
})
