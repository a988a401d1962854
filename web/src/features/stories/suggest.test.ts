import { textOf, WORKED_STORIES } from "@backfill/coach"
import { expect, it } from "vitest"
import { suggest } from "./suggest.ts"

it("suggests what a story serves, and rarely what it doesn’t", () => {
  let right = 0
  let all = 0
  let told = 0
  let heard = 0
  for (const story of WORKED_STORIES) {
    const { themes } = suggest(textOf(story))
    all += themes.length
    right += themes.filter((theme) => [...story.tells, ...story.could].includes(theme)).length
    told += story.tells.length
    heard += story.tells.filter((theme) => themes.includes(theme as never)).length
  }
  expect(right / all).toBeGreaterThanOrEqual(0.8)
  expect(heard / told).toBeGreaterThanOrEqual(0.6)
})

it("is silent about what is no story, or only begun", () => {
  const begun =
    "At the bank I was asked to migrate the nightly ledger. I ran the old system side by side with the new one for a week, compared both every morning and told finance what differed. We switched on a Tuesday."
  for (const text of [
    begun,
    "",
    "I was paged at two.",
    "- buy milk\n- schema contract\n- migration rollback\n".repeat(30),
  ])
    expect(suggest(text)).toEqual({ themes: [], badHour: false })
})
