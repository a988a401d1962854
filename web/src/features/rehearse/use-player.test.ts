import { expect, it } from "vitest"
import { cantPlay } from "./use-player.ts"

it("takes a pause right after the start for no failure", () => {
  expect(cantPlay(new DOMException("The play() request was interrupted.", "AbortError"))).toBe(false)
  expect(cantPlay(new DOMException("No supported source.", "NotSupportedError"))).toBe(true)
  expect(cantPlay(new DOMException("Not allowed.", "NotAllowedError"))).toBe(true)
})
