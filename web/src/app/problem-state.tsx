import type { ReactNode } from "react"
import { ErrorState } from "../ui/index.ts"
import { ProblemError } from "./api.ts"

type Words = { what: string; safe: string; next?: string }

/** What to say about an error: the server's own words where it gave any. */
function wordsFor(error: unknown): Words {
  if (error instanceof ProblemError) {
    const { title, detail, status } = error.problem
    const safe = status >= 500 ? "What was saved before is still saved." : "Nothing was changed."
    return { what: title, safe, next: detail }
  }
  if (error instanceof TypeError && /fetch|network|load failed/i.test(error.message)) {
    return {
      what: "The server can’t be reached",
      safe: "What was saved before is still saved.",
      next: "Check your connection, then try again.",
    }
  }
  return {
    what: "This page ran into a fault of its own",
    safe: "What was saved before is still saved.",
    next: "Try again. If it comes back, tell whoever looks after this server what you were doing.",
  }
}

export type ProblemStateProps = {
  error: unknown
  retry?: () => void
  /** It stands in place of the whole page. */
  page?: boolean
  children?: ReactNode
}

/** An error of any kind as an ErrorState, with its request id where somebody has to look into it. */
export function ProblemState({ error, ...rest }: ProblemStateProps) {
  const requestId =
    error instanceof ProblemError && error.problem.status >= 500 ? error.problem.requestId : undefined
  return <ErrorState {...wordsFor(error)} requestId={requestId} {...rest} />
}
