import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { KITS, questionsOf, readings } from "../blind-scoring/samples.ts"
import { agreement, markdown, pairs, unread } from "../blind-scoring/table.ts"

it("readers who don't know the intended scores give the same ones, from the anchors alone", async () => {
  const tables = await Promise.all(
    KITS.map(async (kit) => {
      const questions = await questionsOf(kit)
      const all = pairs(
        questions,
        readings().filter((one) => one.kit === kit),
      )
      expect(agreement(all)?.kappa).toBeGreaterThanOrEqual(0.8)
      return { left: unread(questions, all), questions, table: markdown(kit, questions, all) }
    }),
  )
  const inFull = tables.flatMap(({ questions, left }) => questions.filter(({ id }) => !left.includes(id)))
  expect(inFull.length).toBeGreaterThanOrEqual(30)
  const page = readFileSync(new URL("../../docs/blind-scoring.md", import.meta.url), "utf8")
  const printed = /<!-- table -->\n(.*?)<!-- \/table -->/s.exec(page)?.[1]?.trim()
  expect(printed).toBe(tables.map(({ table }) => table).join("\n\n"))
})
