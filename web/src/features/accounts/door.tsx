import type { ReactNode } from "react"
import { BareShell } from "../../app/index.ts"
import { ErrorState, Link, Mark, PageHeader } from "../../ui/index.ts"

type DoorProps = {
  /** Left out where what stands in place of the page has a heading of its own. */
  title?: string
  under?: ReactNode
  children: ReactNode
}

/** A page before one is signed in: the mark, one heading, one column. */
export function Door({ title, under, children }: DoorProps) {
  return (
    <BareShell
      from={
        <span className="flex items-center gap-2.5 text-ink">
          <Mark />
          <span className="font-serif text-[1.125rem]/6 font-semibold">Backfill</span>
        </span>
      }
    >
      {title !== undefined && <PageHeader title={title} under={under} />}
      {children}
    </BareShell>
  )
}

/** A link that doesn't open anything any more, or never did: why, and whom to ask. */
export function SpentLink({ what, next }: { what: string; next: string }) {
  return (
    <Door>
      <ErrorState page what={what} safe="Nothing was changed." next={next}>
        <Link to="/sign-in">Sign in instead</Link>
      </ErrorState>
    </Door>
  )
}
