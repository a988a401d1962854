import type { ReactNode } from "react"
import { Button } from "./button.tsx"

export type ErrorStateProps = {
  /** What happened, as a sentence. */
  what: string
  /** What is safe: what was kept, or wasn't touched. */
  safe?: ReactNode
  /** What to do now. */
  next?: ReactNode
  /** Quoted to whoever looks after the server. */
  requestId?: string
  /** Tries again; offered as a button. */
  retry?: () => void
  /** It stands in place of the whole page, and so is its heading. */
  page?: boolean
  /** Further ways out, e.g. a Link. */
  children?: ReactNode
}

/** Something failed: what happened, what is safe, what to do. Read out as soon as it appears. */
export function ErrorState({ what, safe, next, requestId, retry, page = false, children }: ErrorStateProps) {
  return (
    <div role="alert" className="grid max-w-measure content-start justify-items-start gap-2 pb-8">
      {page ? (
        <>
          <title>{`${what} · Backfill`}</title>
          <h1 data-page-title="" tabIndex={-1} className="lead [overflow-wrap:anywhere]">
            {what}
          </h1>
        </>
      ) : (
        <p className="font-serif text-[1.375rem]/7 text-balance">{what}</p>
      )}
      {safe && <p className="text-ink-2">{safe}</p>}
      {next && <p>{next}</p>}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
        {retry && <Button onClick={retry}>Try again</Button>}
        {children}
      </div>
      {requestId && (
        <p className="text-small text-ink-3">
          Request <code className="select-all">{requestId}</code>
        </p>
      )}
    </div>
  )
}
