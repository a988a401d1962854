import type { ReactNode } from "react"

export type PageHeaderProps = {
  /** The one thing on the screen, as a finding where there is one. Also the document's title. */
  title: string
  /** Where this is: the line above. */
  over?: ReactNode
  /** The line below. */
  under?: ReactNode
  /** Buttons, at most one of them primary. */
  actions?: ReactNode
}

/** Opens a page. Its heading takes the focus after a change of page, so every page has exactly one. */
export function PageHeader({ title, over, under, actions }: PageHeaderProps) {
  return (
    <header className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <title>{`${title} · Backfill`}</title>
      <div className="grid min-w-0 gap-1">
        {over && <p className="text-small text-ink-2">{over}</p>}
        <h1 data-page-title="" tabIndex={-1} className="lead [overflow-wrap:anywhere]">
          {title}
        </h1>
        {under && <p className="mt-1 max-w-measure text-ink-2">{under}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-x-6 gap-y-2">{actions}</div>}
    </header>
  )
}
