import type { QueryClient } from "@tanstack/react-query"
import { forgetAside } from "../features/interviews/set-aside.ts"
import { forgetAllHeard } from "../features/rehearse/heard-store.ts"

const ends = new Set<() => void>()

/** Has `end` run whenever a session ends or another begins in this window: what it does for an account stops there. */
export function whenLeaving(end: () => void): void {
  ends.add(end)
}

/**
 * Ends what this window does and knows for the account that was here, and forgets what this device has of it beside what
 * waits to be sent: that stays for its owner, under their name. Never fails: leaving goes first.
 */
export async function leaveAccount(queryClient: QueryClient): Promise<void> {
  for (const end of ends) end()
  queryClient.clear()
  await Promise.all([forgetAside(), forgetAllHeard()])
}
