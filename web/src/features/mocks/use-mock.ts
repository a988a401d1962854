import type { Mock, MockConsole } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { client } from "../../app/client.ts"
import { useAccount } from "../../app/index.ts"
import { readKept } from "../interviews/console-store.ts"
import { ownerOf } from "./on-this-device.ts"

/** A mock with what this device's clock is off by: the server's less ours, in ms. */
export type TimedMock = Mock & { skew: number }

/** Changes are told by the server; asked now and then besides, should one have been missed. */
const BACKSTOP_MS = 15_000

export const mockKey = (mockId: string) => ["mocks", "one", mockId]

export function useMock(mockId: string) {
  return useQuery({
    queryKey: mockKey(mockId),
    queryFn: ({ signal }) => readMock(mockId, signal),
    refetchInterval: BACKSTOP_MS,
  })
}

/** Reads a mock, and what this device's clock is off by. */
export async function readMock(mockId: string, signal?: AbortSignal): Promise<TimedMock> {
  const mock = await client.mocks.read({ params: { mockId }, signal })
  return { ...mock, skew: Date.parse(mock.serverNow) - Date.now() }
}

/** What an asker's device keeps to go on by itself: the console, and the mock as it was when that was last read. */
export type MockPlan = MockConsole & { mock: TimedMock }

/** The mock as this device kept it beside its console; undefined where nothing is kept. */
export function useKeptMock(mockId: string): TimedMock | undefined {
  const { id } = useAccount()
  const [kept, setKept] = useState<TimedMock>()
  useEffect(() => {
    let left = false
    void readKept<MockPlan>(ownerOf(id, mockId)).then(
      (here) => left || setKept(here.kept?.console.mock),
      () => undefined,
    )
    return () => {
      left = true
    }
  }, [id, mockId])
  return kept
}

/** The other one, for a sentence; “the other person” when there is no name. */
export const otherName = ({ other }: { other: string | null }): string => other ?? "the other person"
