import { expect, test } from "vitest"
import { THEME_NAMES, themeName } from "./themes.ts"

test("every theme has a name of its own, and a kit’s own theme is read as words", () => {
  expect(new Set(Object.values(THEME_NAMES)).size).toBe(20)
  expect(themeName("bad-data-downstream")).toBe("Bad data went out")
  expect(themeName("on-call-rota")).toBe("On call rota")
  expect(themeName("constructor")).toBe("Constructor")
})
