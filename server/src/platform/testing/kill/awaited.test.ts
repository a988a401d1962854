import { setTimeout as sleep } from "node:timers/promises"
import { expect, it } from "vitest"
import { awaited, until } from "./awaited.ts"

it("gives what the step gives", async () => {
  expect(await awaited("round 1: an answer", Promise.resolve(7))).toBe(7)
})

it("says which step hangs, and for how long", async () => {
  await expect(awaited("round 12 (both): the start", new Promise(() => {}), 20)).rejects.toThrow(
    "hung: round 12 (both): the start has not come in 0.02 s",
  )
})

it("says at which step something else went wrong", async () => {
  await expect(
    awaited("round 3 (server): the writers", Promise.reject(new Error("not found"))),
  ).rejects.toThrow("round 3 (server): the writers: not found")
})

it("waits until something holds", async () => {
  let holds = false
  void sleep(30).then(() => (holds = true))
  await until(() => holds)
  expect(holds).toBe(true)
})
