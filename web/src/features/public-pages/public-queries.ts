import { queryOptions } from "@tanstack/react-query"
import { client } from "../../app/client.ts"

/** Roles anyone can apply to. */
export const openingsQuery = queryOptions({
  queryKey: ["public-pages", "openings"],
  queryFn: ({ signal }) => client.publicPages.openings({ signal }),
})

/** One role with its form. Stays as it was read while somebody fills it in. */
export const openingQuery = (slug: string) =>
  queryOptions({
    queryKey: ["public-pages", "opening", slug],
    queryFn: ({ signal }) => client.publicPages.opening({ params: { slug }, signal }),
    refetchOnWindowFocus: false,
  })
