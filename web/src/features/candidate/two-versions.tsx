import { Button } from "../../ui/index.ts"
import type { AttemptText } from "./use-attempt-text.ts"

/** The text was changed here and in another window: shows the other one and lets one choose. */
export function TwoVersions({ work }: { work: AttemptText }) {
  return (
    <div role="alert" className="mt-4 grid gap-3 border-l-2 border-warn pl-4">
      <p>
        <span className="font-semibold text-warn">There are two versions.</span> Another window or device
        saved other words. Yours stand above; these are the others:
      </p>
      <p className="read max-h-48 overflow-y-auto break-words whitespace-pre-wrap text-ink-2" tabIndex={0}>
        {work.other || "(empty)"}
      </p>
      <div className="flex flex-wrap gap-x-6">
        <Button onClick={work.keepMine}>Go on with mine</Button>
        <Button onClick={work.takeOther}>Take the other</Button>
      </div>
    </div>
  )
}
