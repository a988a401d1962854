import { Link as RouterLink } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { Kbd } from "./kbd.tsx"

export type ButtonLinkProps = {
  children: ReactNode
  to: string
  params?: Record<string, string>
  search?: Record<string, unknown>
  keys?: string
}

/** The page's one filled action where it leads to another page; it looks like a primary Button and is a link. */
export function ButtonLink({ children, to, params, search, keys }: ButtonLinkProps) {
  return (
    <RouterLink
      to={to}
      params={params as never}
      search={search as never}
      aria-keyshortcuts={keys}
      className="inline-flex min-h-(--control) shrink-0 items-center gap-3 rounded-control bg-fill px-4 font-semibold text-on-fill transition-colors hover:bg-fill-over"
    >
      {children}
      {keys && (
        <span className="contents max-sm:hidden pointer-coarse:hidden">
          <Kbd keys={keys} look="filled" />
        </span>
      )}
    </RouterLink>
  )
}
