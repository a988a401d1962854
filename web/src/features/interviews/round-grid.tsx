import type { ReactNode } from "react"

type RoundGridProps = {
  /** Across the top, where an exercise runs by phases. */
  strip?: ReactNode
  order: ReactNode
  children: ReactNode
  /** Under the question, always in view. */
  foot: ReactNode
  notes: ReactNode
}

/** The room during a talk: its order at the left, the question in the middle, notes at the right; one under another where narrow. */
export function RoundGrid({ strip, order, children, foot, notes }: RoundGridProps) {
  return (
    <div className="flex flex-1 flex-col lg:h-[calc(100dvh-var(--bar))] lg:flex-none">
      {strip}
      <div className="flex flex-1 flex-col lg:grid lg:min-h-0 lg:grid-cols-[272px_minmax(0,1fr)_minmax(20rem,26rem)] lg:grid-rows-[minmax(0,1fr)]">
        <div className="relative border-rule max-lg:order-3 max-lg:border-t lg:overflow-y-auto lg:border-r">
          {order}
        </div>
        <div className="@container relative flex min-w-0 flex-col px-5 pt-8 max-lg:pb-8 lg:overflow-y-auto xl:px-16">
          {children}
          {foot && (
            <div className="sticky bottom-0 -mx-2 mt-auto flex min-h-16 shrink-0 flex-wrap items-center justify-between gap-x-6 gap-y-2 bg-paper px-2 py-3">
              {foot}
            </div>
          )}
        </div>
        <aside
          aria-label="Notes"
          className="relative border-rule max-lg:border-t lg:overflow-y-auto lg:border-l"
        >
          {notes}
        </aside>
      </div>
    </div>
  )
}
