import type { Flag } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { client } from "../../app/client.ts"

const none: ReadonlyArray<Flag> = []

/** A kit's flags as far as one may read them. A page doesn't wait for them, nor fail with them. */
export function useFlags(kitId: string, wanted: boolean): ReadonlyArray<Flag> {
  const flags = useQuery({
    queryKey: ["kits", "flags", kitId],
    queryFn: ({ signal }) => client.kits.flags({ params: { kitId }, signal }),
    enabled: wanted,
  })
  return flags.data?.items ?? none
}
