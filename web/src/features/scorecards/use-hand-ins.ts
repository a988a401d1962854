import { useQuery } from "@tanstack/react-query"
import { client } from "../../app/client.ts"

/** What an applicant handed in for exercises; asked for only where a round has any. */
export function useHandIns(applicationId: string, enabled: boolean) {
  return useQuery({
    queryKey: ["applications", "attempts", applicationId],
    queryFn: ({ signal }) => client.attempts.list({ params: { applicationId }, signal }),
    enabled,
  })
}
