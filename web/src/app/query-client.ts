import { QueryClient } from "@tanstack/react-query"
import { ProblemError } from "./api.ts"

/** The cache of what the server said. What it refuses isn't asked again; what it couldn't answer is, twice. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) =>
          failures < 2 && !(error instanceof ProblemError && error.problem.status < 500),
      },
    },
  })
}
