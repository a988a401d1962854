import type { ReactNode } from "react"

/** A place with nothing in it yet: what will be here, and the first step. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="grid max-w-measure content-start justify-items-start gap-3 py-8">
      <p className="font-serif text-[1.375rem]/7 text-balance">{title}</p>
      {children && <div className="text-ink-2">{children}</div>}
      {action && <div className="mt-1">{action}</div>}
    </div>
  )
}
