import { expect, test } from "vitest"
import { bytesInWords } from "./bytes.ts"
import { clockFigures } from "./clock-figures.ts"
import { keyName } from "./kbd.tsx"

test("a clock's figures, past the hour and past the end", () => {
  expect([1243, 0, 59.6, 3900, -80].map(clockFigures)).toEqual(["20:43", "0:00", "1:00", "1:05:00", "−1:20"])
})

test("sizes in the largest unit that keeps them readable", () => {
  expect([0, 820, 63_900, 3_420_000, 38_400_000, 999_600, -5].map(bytesInWords)).toEqual([
    "0 B",
    "820 B",
    "64 kB",
    "3.4 MB",
    "38 MB",
    "1.0 MB",
    "0 B",
  ])
})

test("keys are named as the machine names them", () => {
  expect(["mod", "escape", "left", "g"].map((key) => keyName(key, true))).toEqual(["⌘", "esc", "←", "g"])
  expect(["mod", "escape"].map((key) => keyName(key, false))).toEqual(["Ctrl", "Esc"])
})
