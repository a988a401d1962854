import { describe, expect, it } from "vitest"
import { applyBody, readNumber } from "./apply-body.ts"
import { filled, form } from "./form.test-data.ts"
import { readBack } from "./read-back.ts"

const answers = (...args: Parameters<typeof readBack>) =>
  Object.fromEntries(readBack(...args).flatMap((part) => part.rows.map((row) => [row.label, row.answer])))

describe("reading the answers back", () => {
  it("says every answer in the words of the form", () => {
    expect(answers(filled, form)).toMatchObject({
      Name: "Ilse Mertens",
      "May you work here?": "Yes",
      "Years?": "2,5",
      "Which areas?": "Quality, Streaming",
      "Did you lead?": "Not yet",
      "A pipeline you ran?": "It broke.\nI mended it.",
      "A link?": "",
    })
  })
  it("names file, wishes and letter where there are any", () => {
    const resume = { ...filled.resume, uploadId: "u", fileName: "cv.pdf", bytes: 64_000 }
    const draft = { ...filled, resume, adjustments: { kinds: ["breaks" as const], note: "" } }
    expect(answers(draft, form)).toMatchObject({ File: "cv.pdf, 64 kB", Adjustments: "Breaks", Letter: "" })
    expect(readBack(draft, { ...form, coverLetter: "off" }).map(({ title }) => title)).not.toContain(
      "Your letter",
    )
  })
})

describe("what is sent", () => {
  it("holds trimmed words, numbers as numbers and only what was answered", () => {
    const body = applyBody(
      { ...filled, answers: { ...filled.answers, gone: "asked no more", link: " " } },
      form,
    )
    expect(body.name).toBe("Ilse Mertens")
    expect(body.answers).toEqual({
      permit: "yes",
      years: 2.5,
      areas: ["q", "s"],
      led: "no-led",
      story: "It broke.\nI mended it.",
    })
    expect(body.adjustments).toBeNull()
  })
  it("leaves out a letter that the role doesn’t take", () => {
    const draft = { ...filled, coverLetter: "Dear all" }
    expect(applyBody(draft, { ...form, coverLetter: "off" }).coverLetter).toBe("")
    expect(applyBody(draft, form).coverLetter).toBe("Dear all")
  })
  it("reads numbers with point or comma, and nothing else", () => {
    expect([" 4 ", "2.5", "2,5", "-1"].map(readNumber)).toEqual([4, 2.5, 2.5, -1])
    for (const typed of ["", "four", "1e3", "1,000,000", "Infinity"]) expect(readNumber(typed)).toBeNaN()
  })
})
