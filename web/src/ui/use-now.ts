import { useEffect, useState } from "react"
import { Temporal } from "temporal-polyfill"

/** The present, renewed every `everyMs` (30 s unless told) while the page is open. */
export function useNow(everyMs = 30_000): Temporal.Instant {
  const [now, setNow] = useState(() => Temporal.Now.instant())
  useEffect(() => {
    const timer = setInterval(() => setNow(Temporal.Now.instant()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
