import { QueryObserver } from "@tanstack/react-query"
import { expect, it, vi } from "vitest"
import { createQueryClient } from "./query-client.ts"

/** A query under somebody’s eyes, whose answers are given when the test wants. */
function watched() {
  const client = createQueryClient()
  const answers: ((said: string) => void)[] = []
  const observer = new QueryObserver(client, {
    queryKey: ["versions"],
    queryFn: () => new Promise<string>((resolve) => answers.push(resolve)),
  })
  const leave = observer.subscribe(() => {})
  return { client, answers, observer, leave }
}

it("reads once more what was being read for the first time when something changed", async () => {
  const { client, answers, observer, leave } = watched()
  const read = client.invalidateQueries()
  answers[0]?.("how it was")
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  answers[1]?.("how it is")
  await read
  expect(observer.getCurrentResult().data).toBe("how it is")
  expect(answers).toHaveLength(2)
  leave()
})

it("reads nothing more of what nothing was said about", async () => {
  const { client, answers, observer, leave } = watched()
  await client.invalidateQueries({ queryKey: ["stories"] })
  answers[0]?.("how it is")
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe("how it is"))
  expect(answers).toHaveLength(1)
  leave()
})
