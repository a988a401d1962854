/**
 * The name under which this device keeps what somebody wrote until the server has it. It names the account: on a shared
 * browser nobody else’s page looks there.
 */
export const keptPlace = (accountId: string, what: "story" | "try" | "rehearsal", id: string): string =>
  `${placesOf(accountId)}${what}.${id}`

/** How the names of everything begin that is kept so for an account. */
export const placesOf = (accountId: string): string => `backfill.kept.${accountId}.`

/** Forgets what is kept under a name, or, with a name that ends in a dot, under all that begin so. Never fails. */
export function forgetKept(place: string): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key === place || (place.endsWith(".") && key.startsWith(place))) localStorage.removeItem(key)
  } catch {
    // Nothing was kept where storage is blocked.
  }
}
