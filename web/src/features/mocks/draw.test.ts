import { TELLS } from "@backfill/contract"
import { expect, test } from "vitest"
import { consoleKeys } from "../interviews/console-keys.ts"
import { draw } from "./draw.ts"
import { tellWords } from "./tells.ts"

test("each is drawn once, and no more than there are", () => {
  expect(draw(["a", "b", "c"], 2, () => 0)).toEqual(["a", "b"])
  expect(draw(["a", "b", "c"], 2, () => 0.99)).toEqual(["c", "b"])
  expect(draw(["a", "b"], 5, () => 0.5).toSorted()).toEqual(["a", "b"])
  expect(draw([], 3, () => 0)).toEqual([])
})

test("no key of a tell has another meaning in the console", () => {
  const nothing = () => undefined
  const taken = Object.keys(
    consoleKeys({
      go: nothing,
      toggleSign: nothing,
      probe: nothing,
      skip: nothing,
      toggleOpen: nothing,
      toNote: nothing,
      leaveNote: nothing,
      findFact: nothing,
      cue: nothing,
      never: nothing,
    }),
  )
  const keys = TELLS.map((tell) => tellWords[tell].key)
  expect(new Set([...keys, ...taken]).size).toBe(keys.length + taken.length)
})
