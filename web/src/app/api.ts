/** What the server says when it refuses, after RFC 9457. `type` and `id` are stable; `detail` is for the person. */
export type Problem = {
  type: string
  id: string
  title: string
  detail?: string
  status: number
  requestId?: string
  /** Fields that were refused, by path ("email", "rounds.2.minutes"). */
  errors?: ReadonlyArray<{ path: string; message: string }>
}

/** A refusal as something to throw; its message is what the person may read. */
export class ProblemError extends Error {
  override readonly name = "ProblemError"
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title)
    this.problem = problem
  }

  /** What was said about one field, for a Field's `error`. */
  fieldError(path: string): string | undefined {
    return this.problem.errors?.find((error) => error.path === path)?.message
  }
}

/** Whether an error is a refusal with this status. */
export function hasStatus(error: unknown, status: number): boolean {
  return error instanceof ProblemError && error.problem.status === status
}

/** Reads a refused response; one that isn't a problem document still becomes one, with what is known. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const requestId = response.headers.get("x-request-id") ?? undefined
  const known = { type: "about:blank", id: "unreadable-response", status: response.status, requestId }
  const isProblem = response.headers.get("content-type")?.includes("problem+json")
  const body: unknown = isProblem ? await response.json().catch(() => undefined) : undefined
  const said = typeof body === "object" && body !== null ? body : {}
  return new ProblemError({ title: `The server answered with status ${response.status}.`, ...known, ...said })
}
