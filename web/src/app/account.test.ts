import { expect, test } from "vitest"
import { rolesInUse, worldsOf } from "./account.tsx"

test("members practise, those who interview or manage hire, some do both, and owning alone is neither", () => {
  expect(worldsOf({ roles: ["member"] })).toEqual(["practise"])
  expect(worldsOf({ roles: ["interviewer"] })).toEqual(["hire"])
  expect(worldsOf({ roles: ["owner", "member"] })).toEqual(["practise"])
  expect(worldsOf({ roles: ["owner", "recruiter", "member"] })).toEqual(["practise", "hire"])
  expect(worldsOf({ roles: ["owner"] })).toEqual([])
})

test("without hiring only owning and practising are left", () => {
  expect(rolesInUse(["owner", "recruiter", "member"], false)).toEqual(["owner", "member"])
  expect(rolesInUse(["interviewer"], true)).toEqual(["interviewer"])
})
