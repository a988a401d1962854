import { describe, expect, it } from "vitest"
import { emptyDraft, isBlank, readKept } from "./draft.ts"
import type { Draft } from "./draft.ts"

const blank = emptyDraft("key-fresh", "Europe/Ghent")

/** As the browser's storage gives it back. */
const stored = (value: unknown): unknown => structuredClone(value)

describe("what is kept of an application", () => {
  it("comes back whole: words, file, answers, wishes, key and tries", () => {
    const draft: Draft = {
      ...emptyDraft("key-1", "Asia/Tokyo"),
      name: "Ilse Mertens",
      resume: {
        uploadId: "u",
        fileName: "cv.pdf",
        bytes: 9,
        text: "mended",
        extracted: "read",
        warning: "scan",
      },
      answers: { years: "4", areas: ["quality", "streaming"] },
      adjustments: { kinds: ["extra-time"], note: "a quiet room" },
      tries: [{ name: "Ilse" } as Draft["tries"][number]],
    }
    expect(readKept(stored({ draft }), blank)).toEqual({ draft })
  })
  it("comes back as its ending once it was sent", () => {
    const sent = {
      outcome: "received",
      rule: null,
      link: "https://x.example/c#t",
      mailed: false,
      version: "latest",
    }
    expect(readKept(stored({ sent }), blank)).toEqual({ sent })
  })
  it("survives parts of another kind or an older page", () => {
    const found = readKept(
      {
        draft: {
          key: "k",
          name: 7,
          answers: { a: 1, b: "x", c: ["y", 2] },
          adjustments: { kinds: ["gone", "breaks"] },
        },
      },
      blank,
    )
    expect(found).toEqual({
      draft: {
        ...blank,
        key: "k",
        answers: { b: "x", c: ["y"] },
        adjustments: { kinds: ["breaks"], note: "" },
      },
    })
  })
  it("is nothing where there is nothing, or no key that would keep it from doubling", () => {
    for (const value of [undefined, null, "x", {}, { draft: {} }, { draft: { name: "Ilse" } }, { sent: {} }])
      expect(readKept(value, blank)).toBeUndefined()
  })
})

describe("a blank draft", () => {
  it("holds no words, whatever its key, zone and emptied answers", () => {
    expect(isBlank({ ...blank, answers: { a: "", b: [] } })).toBe(true)
  })
  it("isn’t blank with any one thing in it", () => {
    const parts: Partial<Draft>[] = [
      { name: "I" },
      { coverLetter: "x" },
      { answers: { a: ["b"] } },
      { adjustments: { kinds: ["breaks"], note: "" } },
      { resume: { ...blank.resume, fileName: "cv.pdf" } },
    ]
    for (const part of parts) expect(isBlank({ ...blank, ...part })).toBe(false)
  })
})
