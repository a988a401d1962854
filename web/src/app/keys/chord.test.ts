import { expect, test } from "vitest"
import { chordsOf } from "./chord.ts"

const press = (
  key: string,
  code: string,
  held: Partial<Record<"ctrl" | "meta" | "alt" | "shift", true>> = {},
) => ({
  key,
  code,
  ctrlKey: held.ctrl ?? false,
  metaKey: held.meta ?? false,
  altKey: held.alt ?? false,
  shiftKey: held.shift ?? false,
})

test("letters, signs and named keys", () => {
  expect(chordsOf(press("G", "KeyG", { shift: true }), false)).toEqual(["shift+g"])
  expect(chordsOf(press(" ", "Space"), false)).toEqual(["space"])
  expect(chordsOf(press("?", "Slash", { shift: true }), false)).toEqual(["?"])
})

test("a digit with shift is the same on every layout", () => {
  expect(chordsOf(press("#", "Digit3", { shift: true }), false)).toContain("shift+3")
  expect(chordsOf(press("§", "Digit3", { shift: true }), false)).toContain("shift+3")
  expect(chordsOf(press('"', "Digit3"), false)).toContain("3")
  // German: the slash sits on shift and 7.
  expect(chordsOf(press("/", "Digit7", { shift: true }), false)).toContain("/")
})

test("mod is the machine's own; the other one is left to the system", () => {
  expect(chordsOf(press("k", "KeyK", { ctrl: true }), false)).toEqual(["mod+k"])
  expect(chordsOf(press("k", "KeyK", { meta: true }), true)).toEqual(["mod+k"])
  expect(chordsOf(press("k", "KeyK", { ctrl: true }), true)).toEqual([])
})
