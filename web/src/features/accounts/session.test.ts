import { expect, test } from "vitest"
import { safeNext } from "./session.ts"

test("after signing in one only goes to a page of this place", () => {
  expect(safeNext("/openings?view=list")).toBe("/openings?view=list")
  for (const away of ["//evil.example", "/\\evil.example", "https://evil.example", undefined, 3]) {
    expect(safeNext(away)).toBe("/")
  }
})
