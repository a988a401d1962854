import { expect, test } from "vitest"
import { worldsOf } from "./account.tsx"

test("members practise, every other role hires, some do both", () => {
  expect(worldsOf({ roles: ["member"] })).toEqual(["practise"])
  expect(worldsOf({ roles: ["interviewer"] })).toEqual(["hire"])
  expect(worldsOf({ roles: ["owner", "member"] })).toEqual(["practise", "hire"])
  expect(worldsOf({ roles: [] })).toEqual([])
})
