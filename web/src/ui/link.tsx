import { Link as RouterLink } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { cx } from "./cx.ts"

export type LinkProps = {
  children: ReactNode
  /** A place in this app, e.g. `/openings/$openingId` with `params`. */
  to?: string
  params?: Record<string, string>
  search?: Record<string, unknown>
  /** An address the router doesn't own: a download, mail, another site. */
  href?: string
  /** Saves instead of opening; with a string, under that name. */
  download?: boolean | string
  /** `accent` leads somewhere; `ink` is a title that can be opened, underlined on hover only. */
  look?: "accent" | "ink"
  className?: string
}

const looks = { accent: "word-link", ink: "hover:underline decoration-1 underline-offset-4 decoration-edge" }

/** Leads to another place. Anything that acts is a Button. */
export function Link({
  children,
  to,
  params,
  search,
  href,
  download,
  look = "accent",
  className,
}: LinkProps) {
  const classes = cx(looks[look], className)
  if (to === undefined) {
    const away = href?.startsWith("http") ? { target: "_blank", rel: "noreferrer" } : {}
    return (
      <a href={href} download={download} className={classes} {...away}>
        {children}
      </a>
    )
  }
  return (
    <RouterLink to={to} params={params as never} search={search as never} className={classes}>
      {children}
    </RouterLink>
  )
}
