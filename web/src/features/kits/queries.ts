import { queryOptions } from "@tanstack/react-query"
import { client } from "../../app/client.ts"

export const kitQuery = (kitId: string) =>
  queryOptions({
    queryKey: ["kits", "one", kitId],
    queryFn: ({ signal }) => client.kits.read({ params: { kitId }, signal }),
  })

export const openingQuery = (openingId: string) =>
  queryOptions({
    queryKey: ["openings", "one", openingId],
    queryFn: ({ signal }) => client.openings.read({ params: { openingId }, signal }),
  })

/** The kit as an opening pinned it: it never changes, so it is read once. */
export const pinnedKitQuery = (openingId: string) =>
  queryOptions({
    queryKey: ["openings", "kit", openingId],
    queryFn: ({ signal }) => client.openings.kit({ params: { openingId }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const changesQuery = (openingId: string) =>
  queryOptions({
    queryKey: ["kits", "changes", openingId],
    queryFn: ({ signal }) => client.kits.changes({ params: { openingId }, signal }),
  })
