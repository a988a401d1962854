import { expect, it } from "vitest"
import { type Ask, Reader, type StoryReading } from "./reader.ts"

it("reads one text at a time and skips what was typed over", () => {
  const asked: string[] = []
  const heard: string[] = []
  const worker: Pick<Worker, "postMessage" | "terminate" | "onmessage"> = {
    postMessage: ({ text }: Ask) => void asked.push(text),
    terminate: () => undefined,
    onmessage: null,
  }
  const answer = (text: string) => {
    const hear = worker.onmessage as ((event: { data: Partial<StoryReading> }) => void) | null
    hear?.({ data: { text } })
  }
  const reader = new Reader(worker, ({ text }) => void heard.push(text))
  for (const text of ["a", "ab", "abc"]) reader.read({ text, theme: undefined })
  expect(asked).toEqual(["a"])
  answer("a")
  expect(asked).toEqual(["a", "abc"])
  answer("abc")
  expect(asked).toEqual(["a", "abc"])
  reader.read({ text: "abcd", theme: undefined })
  expect(asked.at(-1)).toBe("abcd")
  expect(heard).toEqual(["a", "abc"])
})
