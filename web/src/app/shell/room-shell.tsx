import type { ReactNode } from "react"
import { Link, Mark } from "../../ui/index.ts"
import { Main } from "./main.tsx"

export type RoomShellProps = {
  /** The way out, at the left of the bar. */
  back: { to: string; params?: Record<string, string>; label: string }
  /** Who or what this is about; also the document's title. */
  title: string
  detail?: ReactNode
  /** A RoundClock. */
  clock?: ReactNode
  /** A word on the connection: "Offline, 6 lines kept here". */
  status?: ReactNode
  children: ReactNode
}

/** A room with a clock: a bar, no rail, and the rest of the window for the work. */
export function RoomShell({ back, title, detail, clock, status, children }: RoomShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <title>{`${title} · Backfill`}</title>
      <header className="flex min-h-(--bar) flex-wrap items-center gap-x-8 gap-y-1 border-b border-rule px-5 py-2 sm:px-6">
        <Link to={back.to} params={back.params} look="ink" className="flex items-center gap-2.5 text-ink-2">
          <Mark />
          {back.label}
        </Link>
        <h1 data-page-title="" tabIndex={-1} className="min-w-0 flex-1 basis-60 [overflow-wrap:anywhere]">
          <span className="font-semibold">{title}</span>
          {detail && <span className="ml-2.5 text-ink-2">{detail}</span>}
        </h1>
        {clock}
        {status && <div className="text-small text-ink-2">{status}</div>}
      </header>
      <Main className="flex flex-1 flex-col">{children}</Main>
    </div>
  )
}
