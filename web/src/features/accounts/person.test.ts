import { expect, test } from "vitest"
import { checkPerson, passwordTooShort, trimmed } from "./person.ts"

const ada = { name: " Ada ", email: " ada@example.org ", password: "0123456789", timeZone: "Europe/Paris" }

test("blanks around a name or an address are no fault and aren't sent", () => {
  expect(checkPerson(ada)).toEqual({})
  expect(trimmed(ada)).toMatchObject({ name: "Ada", email: "ada@example.org" })
})

test("everything missing is said at once", () => {
  const errors = checkPerson({ name: " ", email: "ada", password: "short", timeZone: "UTC" })
  expect(Object.keys(errors)).toEqual(["name", "email", "password"])
})

test("a password says how far it is from enough", () => {
  expect(passwordTooShort("012345678")).toBe("Add 1 more character: ten are the least.")
  expect(passwordTooShort("")).toContain("at least 10")
})
