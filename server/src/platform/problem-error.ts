import { PROBLEMS, type ProblemId } from "@backfill/contract"

/** An error the caller is meant to read. `cause` goes to the log only. */
export class ProblemError extends Error {
  readonly id: ProblemId
  readonly status: number
  readonly errors: { path: string; message: string }[] | undefined
  readonly retryAfter: number | undefined

  constructor(
    id: ProblemId,
    options: {
      detail?: string
      errors?: { path: string; message: string }[]
      retryAfter?: number
      cause?: unknown
    } = {},
  ) {
    super(options.detail ?? PROBLEMS[id][1], { cause: options.cause })
    this.id = id
    this.status = PROBLEMS[id][0]
    this.errors = options.errors
    this.retryAfter = options.retryAfter
  }
}

/** Throws `not_found` for a missing row: what one may not see looks exactly like what isn't there. */
export function found<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new ProblemError("not_found")
  return value
}
