import { expect, test } from "vitest"
import { differences, editable } from "./installation-values.ts"

const saved = {
  organisation: "Havn",
  contact: "jobs@havn.example",
  hiring: true,
  registration: "open" as const,
  retentionMonths: 6,
  mail: false,
  version: 3,
}

test("only what others saved otherwise is read out", () => {
  const mine = { ...editable(saved), organisation: "Haven" }
  expect(differences(mine, mine)).toEqual([])
  const theirs = editable({ ...saved, contact: "", hiring: false, registration: "off", retentionMonths: 12 })
  expect(differences(mine, theirs).map(({ term, detail }) => `${term} ${detail}`)).toEqual([
    "Organisation Havn",
    "Contact none",
    "Hiring off",
    "Registration Off",
    "Kept for 12 months",
  ])
})
