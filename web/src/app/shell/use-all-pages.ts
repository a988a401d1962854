import { useRouter } from "@tanstack/react-router"
import { useEffect } from "react"

/** After the first page stands: time for it to be drawn and used. */
const AFTER_MS = 2_000

/**
 * Brings the code of the other pages once the first one stands. Going on is then at once, and a server that is away for a
 * moment is told of on the page instead of replacing it by the browser's own.
 */
export function useAllPages(): void {
  const router = useRouter()
  useEffect(() => {
    const waiting = setTimeout(() => {
      for (const route of Object.values(router.routesById)) void router.loadRouteChunk(route)
    }, AFTER_MS)
    return () => clearTimeout(waiting)
  }, [router])
}
