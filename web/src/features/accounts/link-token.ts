import { useLocation } from "@tanstack/react-router"

/** The one-time token behind the `#` of the address, which the browser sends to nobody. */
export function useLinkToken(): string | undefined {
  const hash = useLocation({ select: (location) => location.hash })
  const token = hash.replace(/^#/, "")
  return token.length >= 20 ? token : undefined
}
