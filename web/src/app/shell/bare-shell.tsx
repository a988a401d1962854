import type { ReactNode } from "react"
import { Main } from "./main.tsx"

export type BareShellProps = {
  /** Who is hiring, at the left of the top line. */
  from?: ReactNode
  /** What for, at its right. */
  about?: ReactNode
  /** One column for reading; `wide` for a page that shows a table or a picture. */
  wide?: boolean
  children: ReactNode
}

/** One column without a rail, with targets for fingers: a candidate's pages, signing in. */
export function BareShell({ from, about, wide = false, children }: BareShellProps) {
  return (
    <div
      className={`mx-auto px-5 pt-5 pb-16 [--control:44px] [overflow-wrap:anywhere] ${wide ? "max-w-6xl" : "max-w-[26.5rem]"}`}
    >
      {(from || about) && (
        <header className="mb-8 grid grid-cols-2 gap-6 text-small text-ink-2">
          <span>{from}</span>
          <span className="text-right">{about}</span>
        </header>
      )}
      <Main>{children}</Main>
    </div>
  )
}
