import { useEffect, useState } from "react"

/** How long nothing may change before it is read out. */
const CALM_MS = 1500

/** Words for a live region: given out only once they have stood for a while, so that typing isn't talked over. */
export function useAnnounced(words: string): string {
  const [said, setSaid] = useState("")
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), CALM_MS)
    return () => clearTimeout(timer)
  }, [words])
  return said
}
