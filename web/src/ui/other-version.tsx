import type { ReactNode } from "react"
import { Button } from "./button.tsx"

export type OtherVersionProps = {
  /** Who or what saved it: "A colleague saved another text while you were writing." */
  told: ReactNode
  /** What is saved now, for reading beside one's own. */
  children: ReactNode
  onKeep: () => void
  onTake: () => void
}

/** Somebody else saved meanwhile: one's own stays in the form, theirs is shown, and the person chooses. */
export function OtherVersion({ told, children, onKeep, onTake }: OtherVersionProps) {
  return (
    <div role="alert" className="grid gap-3 border-l-2 border-warn pl-4">
      <p>
        <span className="font-semibold text-warn">There are two versions.</span> {told} Yours is still in the
        form and not saved; this is what stands now:
      </p>
      <div className="max-h-60 overflow-y-auto text-ink-2" tabIndex={0}>
        {children}
      </div>
      <div className="flex flex-wrap gap-x-6">
        <Button onClick={onKeep}>Go on with mine</Button>
        <Button onClick={onTake}>Take theirs</Button>
      </div>
    </div>
  )
}
