import { readKit } from "@backfill/core"
import { expect, it } from "vitest"
import { walkKit } from "../kits/walk-kit.ts"
import { itemsOfRound } from "./round-items.ts"

const SHIPPED = new URL("../../../../kits/data-engineer", import.meta.url).pathname

it("gives each exercise the part its type brings, and a coding test its other form by title", async () => {
  const { kit } = readKit(await walkKit(SHIPPED))
  if (!kit) throw new Error("the shipped kit can't be read")
  const planned = (id: string) => ({
    id,
    kind: "exercise" as const,
    title: id,
    minutes: 30,
    competencies: [],
  })
  const ids = ["late-revenue-model", "quarter-end-night", "pipeline-health", "modelling-presentation"]
  const [simulation, drill, coding, talk] = itemsOfRound(ids.map(planned), kit, "senior")
  expect(simulation?.part).toMatchObject({ kind: "simulation", simulation: { mustNots: expect.any(Array) } })
  expect(drill?.part).toMatchObject({ kind: "drill", drill: { runbook: expect.any(Array) } })
  expect(talk?.part).toBeNull()
  const pair = kit.exercises.find(({ id }) => id === "pipeline-health-with-ai")
  expect(coding?.part).toMatchObject({ kind: "coding", coding: { form: "without-ai" }, pair: pair?.title })
  const practised = kit.exercises.map((one) =>
    one === pair ? { ...one, audience: "practice" as const } : one,
  )
  const [alone] = itemsOfRound([planned("pipeline-health")], { ...kit, exercises: practised }, "senior")
  expect(alone?.part).toMatchObject({ kind: "coding", pair: null })
})
