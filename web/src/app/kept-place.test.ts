import { afterEach, beforeEach, expect, it, vi } from "vitest"
import { forgetKept, keptPlace, placesOf } from "./kept-place.ts"

const [mina, sami] = ["0000-mina", "0000-sami"]
let kept: Record<string, string>

beforeEach(() => {
  kept = {}
  for (const account of [mina, sami])
    for (const id of ["1", "12"]) kept[keptPlace(account, "rehearsal", id)] = account
  kept["backfill.theme"] = "dark"
  Object.defineProperty(kept, "removeItem", { value: (key: string) => delete kept[key] })
  vi.stubGlobal("localStorage", kept)
})
afterEach(() => vi.unstubAllGlobals())

it("forgets one thing, and not what only begins like it", () => {
  forgetKept(keptPlace(mina, "rehearsal", "1"))
  expect(Object.values(kept)).toEqual([mina, sami, sami, "dark"])
})

it("forgets all that one account left, and nobody else’s", () => {
  forgetKept(placesOf(mina))
  expect(Object.values(kept)).toEqual([sami, sami, "dark"])
})

it("forgets nothing where storage is blocked, and says nothing", () => {
  vi.stubGlobal("localStorage", undefined)
  expect(() => forgetKept(placesOf(mina))).not.toThrow()
})
