import { expect, test } from "vitest"
import type { Role } from "../account.tsx"
import { firstPlace, sectionAt, sections, sectionsFor } from "./sections.ts"

test("one world is all that someone with one world sees", () => {
  expect(sectionsFor({ roles: ["member"] }).map((section) => section.label)).toEqual([
    "Home",
    "Stories",
    "Rehearse",
    "Questions",
    "Mock interviews",
    "Readiness",
    "Kits",
    "Settings",
  ])
  expect(sectionsFor({ roles: ["recruiter"] }).map((section) => section.label)).not.toContain("Home")
})

test("kits are read in either world, and listed once", () => {
  const kitsOf = (roles: Role[]) =>
    sectionsFor({ roles }).flatMap(({ to, world }) => (to === "/kits" ? [world] : []))
  expect(kitsOf(["member"])).toEqual(["practise"])
  expect(kitsOf(["member", "recruiter"])).toEqual(["hire"])
  expect(kitsOf(["interviewer"])).toEqual(["hire"])
})

test("everyone lands on their first section", () => {
  expect(firstPlace({ roles: ["member", "recruiter"] })).toBe("/home")
  expect(firstPlace({ roles: ["recruiter"] })).toBe("/openings")
  expect(firstPlace({ roles: [] })).toBe("/settings")
})

test("a page that a section leads to belongs to it", () => {
  expect(sectionAt("/openings/1")?.label).toBe("Openings")
  expect(sectionAt("/applications/1/stages/2/debrief")?.label).toBe("Openings")
  expect(sectionAt("/screens")?.label).toBe("My interviews")
  expect(sectionAt("/homely")).toBeUndefined()
})

test("no two sections share a key", () => {
  expect(new Set(sections.map((section) => section.key)).size).toBe(sections.length)
})

test("an interviewer isn't shown the way to what they would be refused", () => {
  expect(sectionsFor({ roles: ["interviewer"] }).map((section) => section.label)).not.toContain("People")
  expect(sectionsFor({ roles: ["recruiter"] }).map((section) => section.label)).toContain("People")
})
