import type { Scorecard } from "@backfill/contract"
import { expect, test } from "vitest"
import { draftOf } from "./card-draft.ts"
import { beginWith } from "./kept-card.ts"

const person = { id: "r", name: "Ines" }
const card = (reason: string, version: number, state: Scorecard["state"] = "draft"): Scorecard => ({
  interviewId: "i",
  rater: person,
  state,
  ratings: [],
  recommendation: null,
  reason,
  submittedAt: null,
  amendments: [],
  version,
})
const kept = (reason: string, version: number) => ({ draft: draftOf(card(reason, version)), version })

test("with nothing kept, the server's card is where one begins", () => {
  expect(beginWith(undefined, card("Theirs.", 2), [])).toMatchObject({
    draft: { reason: "Theirs." },
    unsaved: false,
    theirs: undefined,
  })
})

test("what was kept on the version that still stands goes on being saved", () => {
  expect(beginWith(kept("Mine.", 2), card("Before.", 2), [])).toMatchObject({
    draft: { reason: "Mine." },
    unsaved: true,
    theirs: undefined,
  })
})

test("what was kept on an older version stands beside the newer one, and isn't saved over it", () => {
  expect(beginWith(kept("Mine.", 2), card("From the other laptop.", 3), [])).toMatchObject({
    draft: { reason: "Mine." },
    theirs: { reason: "From the other laptop.", version: 3 },
  })
})

test("a save whose answer was lost is no second version, and a submitted card takes nothing kept", () => {
  expect(beginWith(kept("Mine.", 2), card("Mine.", 3), [])).toMatchObject({
    unsaved: false,
    theirs: undefined,
  })
  expect(beginWith(kept("Mine.", 2), card("In.", 3, "submitted"), [])).toMatchObject({
    draft: { reason: "In." },
    theirs: undefined,
  })
})
