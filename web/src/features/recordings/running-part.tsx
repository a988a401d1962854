import { useEffect, useState } from "react"
import { Button, clockFigures, cx, Ring } from "../../ui/index.ts"
import { type DeviceFault, faultWords } from "./device-fault.ts"
import { LAST_SECONDS, limitNote, spokenLeft } from "./limit-words.ts"
import { Mirror } from "./mirror.tsx"
import type { RecorderSession, RecorderSnapshot } from "./recorder-session.ts"

type RunningPartProps = {
  session: RecorderSession
  snapshot: RecorderSnapshot
  limitSeconds: number | undefined
}

/** The recording itself: oneself, the time, and one thing to press. */
export function RunningPart({ session, snapshot, limitSeconds }: RunningPartProps) {
  const { state, unkept } = snapshot
  const ran = useRan(session) / 1000
  return (
    <div className="grid gap-5">
      <Mirror picture={session.picture()} />
      <div className="flex min-h-11 flex-wrap items-center gap-x-6 gap-y-3">
        <span className="flex items-center gap-2.5 font-semibold">
          <span
            aria-hidden="true"
            className={cx("size-3 rounded-full", state.at === "recording" ? "bg-warn" : "border border-edge")}
          />
          {state.at === "recording" ? "Recording" : state.at === "held" ? "Held" : "Keeping the last second"}
        </span>
        <TimeLeft ran={ran} limitSeconds={limitSeconds} />
      </div>
      {state.at === "held" ? (
        <HeldNote session={session} lost={state.lost} />
      ) : (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button
            variant="primary"
            keys="space"
            pending={state.at === "finishing"}
            onClick={() => session.stop()}
          >
            Stop
          </Button>
          <span className="text-small text-ink-2">
            {unkept
              ? "This window keeps it in memory and sends it meanwhile. Leave it open."
              : "Each second is kept on your device at once."}
          </span>
        </div>
      )}
    </div>
  )
}

function TimeLeft({ ran, limitSeconds }: { ran: number; limitSeconds: number | undefined }) {
  if (limitSeconds === undefined)
    return (
      <span role="timer" aria-label="Recorded" className="tabular-nums text-ink-2">
        {clockFigures(ran)}, no limit
      </span>
    )
  const left = Math.max(0, limitSeconds - ran)
  const last = left <= LAST_SECONDS
  return (
    <span className="flex items-center gap-2.5">
      <Ring share={left / limitSeconds} turned={last} size={24} />
      <span
        role="timer"
        aria-label="Time left"
        className={cx("text-read tabular-nums", last && "font-semibold text-warn")}
      >
        {clockFigures(Math.ceil(left))}
      </span>
      <span className={cx("text-small", last ? "text-warn" : "text-ink-2")}>{limitNote(left)}</span>
      <span role="status" className="sr-only">
        {spokenLeft(left, limitSeconds)}
      </span>
    </span>
  )
}

function HeldNote({ session, lost }: { session: RecorderSession; lost: "camera" | "microphone" }) {
  const [fault, setFault] = useState<DeviceFault>()
  const [busy, setBusy] = useState(false)
  const goOn = async () => {
    setBusy(true)
    setFault(await session.goOn())
    setBusy(false)
  }
  return (
    <div role="alert" className="grid max-w-measure gap-3">
      <p className="font-semibold text-warn">
        {lost === "camera" ? "The camera stopped sending" : "The microphone stopped sending"}
      </p>
      <p>
        The recording waits, and what you said is kept; the time stands still.{" "}
        {lost === "camera"
          ? "Go on with sound only, in the same take, or finish with what there is."
          : "Plug it in again, or go on with another one, in the same take."}
      </p>
      {fault && <p className="font-medium text-warn">{faultWords(fault, "audio", "other").title}.</p>}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button variant="primary" keys="space" pending={busy} onClick={() => void goOn()}>
          Go on
        </Button>
        <Button onClick={() => session.stop("device")}>Finish with what there is</Button>
      </div>
    </div>
  )
}

/** What was recorded so far, in ms, renewed a few times a second. */
function useRan(session: RecorderSession): number {
  const [ran, setRan] = useState(session.ranMs)
  useEffect(() => {
    const timer = setInterval(() => setRan(session.ranMs()), 250)
    return () => clearInterval(timer)
  }, [session])
  return ran
}
