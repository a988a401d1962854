import type { RecordingKind } from "@backfill/contract"
import { Button } from "../../ui/index.ts"
import { browserName } from "./browser-name.ts"
import { type DeviceFault, faultWords } from "./device-fault.ts"

type FaultPartProps = { fault: DeviceFault; kind: RecordingKind; onRetry: () => void; onSound: () => void }

/** Why there is no camera or microphone, and what to do in this very browser. */
export function FaultPart({ fault, kind, onRetry, onSound }: FaultPartProps) {
  const words = faultWords(fault, kind, browserName(navigator.userAgent, navigator.maxTouchPoints > 1))
  const hopeless = fault === "insecure" || fault === "no-recorder" || fault === "forbidden"
  return (
    <div role="alert" className="grid max-w-measure gap-3">
      <h3 className="font-semibold text-warn">{words.title}</h3>
      <p>{words.what}</p>
      <ol className="grid list-decimal gap-1 pl-5">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {!hopeless && (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Button variant="primary" onClick={onRetry}>
            Try again
          </Button>
          {kind === "video" && fault !== "denied" && <Button onClick={onSound}>Record sound only</Button>}
        </div>
      )}
    </div>
  )
}
