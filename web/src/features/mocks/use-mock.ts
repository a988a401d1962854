import type { Mock } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { client } from "../../app/client.ts"

/** A mock with what this device's clock is off by: the server's less ours, in ms. */
export type TimedMock = Mock & { skew: number }

/** Changes are told by the server; asked now and then besides, should one have been missed. */
const BACKSTOP_MS = 15_000

export const mockKey = (mockId: string) => ["mocks", "one", mockId]

export function useMock(mockId: string) {
  return useQuery({
    queryKey: mockKey(mockId),
    queryFn: async ({ signal }): Promise<TimedMock> => {
      const mock = await client.mocks.read({ params: { mockId }, signal })
      return { ...mock, skew: Date.parse(mock.serverNow) - Date.now() }
    },
    refetchInterval: BACKSTOP_MS,
  })
}

/** The other one, for a sentence; “the other person” when there is no name. */
export const otherName = ({ other }: { other: string | null }): string => other ?? "the other person"
