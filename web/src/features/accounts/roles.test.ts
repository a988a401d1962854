import { expect, test } from "vitest"
import { rolesInWords } from "./roles.ts"

test("roles are named in one order, the first with a capital", () => {
  expect(rolesInWords(["member", "hiring-manager"])).toBe("Hiring manager, member")
  expect(rolesInWords([])).toBe("")
})
