import { queryOptions } from "@tanstack/react-query"
import { client } from "../../app/client.ts"

export const openingsQuery = queryOptions({
  queryKey: ["openings", "list"],
  queryFn: ({ signal }) => client.openings.list({ signal }),
})

export const openingQuery = (openingId: string) =>
  queryOptions({
    queryKey: ["openings", "one", openingId],
    queryFn: ({ signal }) => client.openings.read({ params: { openingId }, signal }),
  })

export const boardQuery = (openingId: string) =>
  queryOptions({
    queryKey: ["openings", "board", openingId],
    queryFn: ({ signal }) => client.openings.board({ params: { openingId }, signal }),
  })

export const planQuery = (openingId: string) =>
  queryOptions({
    queryKey: ["openings", "plan", openingId],
    queryFn: ({ signal }) => client.openings.plan({ params: { openingId }, signal }),
  })

/** The kit as it was pinned: it never changes, so it is read once. */
export const pinnedKitQuery = (openingId: string) =>
  queryOptions({
    queryKey: ["openings", "kit", openingId],
    queryFn: ({ signal }) => client.openings.kit({ params: { openingId }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Everyone who could be asked to work on an opening. */
export const peopleQuery = queryOptions({
  queryKey: ["accounts", "list"],
  queryFn: ({ signal }) => client.accounts.list({ signal }),
})
