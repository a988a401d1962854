import { describe, expect, it } from "vitest"
import { ProblemError } from "../../app/api.ts"
import { checkDraft, faultsOf } from "./form-check.ts"
import { filled, form } from "./form.test-data.ts"
import { emptyDraft } from "./draft.ts"

const fields = (...args: Parameters<typeof checkDraft>) => checkDraft(...args).map(({ field }) => field)

describe("checking a draft", () => {
  it("finds nothing in a full one, and nothing about what may be left out", () => {
    expect(checkDraft(filled, form)).toEqual([])
  })
  it("names everything that is missing, in the order of the page", () => {
    const wanted = ["name", "email", "resume", "answers.permit", "answers.years", "answers.story"]
    expect(fields(emptyDraft("k", "UTC"), form)).toEqual(wanted)
  })
  it("asks for a letter only where the role does", () => {
    expect(fields(filled, { ...form, coverLetter: "required" })).toEqual(["coverLetter"])
    expect(fields({ ...filled, coverLetter: "x".repeat(20_001) }, { ...form, coverLetter: "off" })).toEqual(
      [],
    )
  })
  it("refuses numbers in words and spaces for an answer", () => {
    const draft = { ...filled, answers: { ...filled.answers, years: "four", story: "  " } }
    expect(fields(draft, form)).toEqual(["answers.years", "answers.story"])
  })
  it("says by how much a text is too long", () => {
    const draft = { ...filled, answers: { ...filled.answers, link: "x".repeat(1012) } }
    expect(checkDraft(draft, form)[0]?.message).toContain("12 characters")
  })
})

describe("a refusal of the server", () => {
  it("is laid on the fields of the page", () => {
    const errors = [
      "body.answers.years",
      "body.uploadId",
      "body.resumeText",
      "body.adjustments.note",
      "body.email",
    ]
    const problem = {
      type: "",
      id: "invalid_request",
      title: "",
      status: 422,
      errors: errors.map((path) => ({ path, message: "m" })),
    }
    expect(faultsOf(new ProblemError(problem)).map(({ field }) => field)).toEqual([
      "answers.years",
      "resume",
      "resume",
      "adjustments",
      "email",
    ])
    expect(faultsOf(new TypeError("network"))).toEqual([])
  })
})
