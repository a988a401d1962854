import type { ReactNode } from "react"

/** The part of the window that changes from page to page; the skip link leads here. */
export function Main({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <main id="main" tabIndex={-1} className={className}>
      {children}
    </main>
  )
}
