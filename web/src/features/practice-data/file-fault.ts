import { ProblemError } from "../../app/api.ts"

/** A chosen file that can’t be used as it is. An upload stops at it, as at a refusal, and its sentence is for the person. */
export const fileFault = (detail: string): ProblemError =>
  new ProblemError({
    type: "about:blank",
    id: "file-fault",
    title: "This file can’t be used.",
    detail,
    status: 0,
  })
