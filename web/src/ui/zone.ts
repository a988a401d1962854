import { createContext, useContext } from "react"
import { Temporal } from "temporal-polyfill"

/** The zone whoever reads has chosen for an account; without one, this machine's is theirs. */
export const ZoneContext = createContext<string | undefined>(undefined)

/** The reader's time zone, an IANA name. */
export function useZone(): string {
  return useContext(ZoneContext) ?? Temporal.Now.timeZoneId()
}
