import {
  type InvalidateOptions,
  type InvalidateQueryFilters,
  type Query,
  QueryClient,
} from "@tanstack/react-query"
import { ProblemError } from "./api.ts"

/**
 * Reads once more what was being read for the first time when something changed: that answer may still tell how it was
 * before, and the library takes it for the new one.
 */
class ClientThatReadsAgain extends QueryClient {
  override async invalidateQueries(
    filters: InvalidateQueryFilters = {},
    options: InvalidateOptions = {},
  ): Promise<void> {
    const begun = this.getQueryCache()
      .findAll({ ...filters, fetchStatus: "fetching" })
      .filter(({ state }) => state.data === undefined)
    const again = async ({ promise, queryKey }: Query) => {
      await promise?.catch(() => undefined)
      await super.invalidateQueries({ queryKey, exact: true }, options)
    }
    await Promise.all([super.invalidateQueries(filters, options), ...begun.map(again)])
  }
}

/** The cache of what the server said. What it refuses isn't asked again; what it couldn't answer is, twice. */
export function createQueryClient(): QueryClient {
  return new ClientThatReadsAgain({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) =>
          failures < 2 && !(error instanceof ProblemError && error.problem.status < 500),
      },
    },
  })
}
