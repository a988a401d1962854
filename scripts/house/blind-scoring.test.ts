import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { readings, shippedKit } from "../blind-scoring/samples.ts"
import { agreement, markdown, pairs } from "../blind-scoring/table.ts"

it("readers who don't know the intended scores give the same ones, from the anchors alone", async () => {
  const kit = await shippedKit()
  const all = pairs(kit, readings())
  const read = (id: string) => all.filter((one) => one.question === id).length
  const inFull = kit.questions.filter(({ id, samples }) => samples.length > 0 && read(id) >= samples.length)
  expect(inFull.length).toBeGreaterThanOrEqual(30)
  expect(agreement(all)?.kappa).toBeGreaterThanOrEqual(0.8)
  const page = readFileSync(new URL("../../docs/blind-scoring.md", import.meta.url), "utf8")
  const printed = /<!-- table -->\n(.*?)<!-- \/table -->/s.exec(page)?.[1]?.trim()
  expect(printed).toBe(markdown(all))
})
