import { type ReactNode, useEffect, useRef, useState } from "react"
import { useKeys } from "../../app/index.ts"
import { Button, ConfirmDialog } from "../../ui/index.ts"
import { CheckPart } from "./check-part.tsx"
import { FaultPart } from "./fault-part.tsx"
import { FilePart, IdlePart } from "./idle-part.tsx"
import { isRunning, type RecorderState } from "./recorder-state.ts"
import type { RecorderSession, RecorderSnapshot } from "./recorder-session.ts"
import { ArrivalLine, ReviewPart } from "./review-part.tsx"
import { RunningPart } from "./running-part.tsx"
import { type ShownTake, takeName } from "./shown-takes.ts"
import { spokenState } from "./spoken.ts"
import { TakeList } from "./take-list.tsx"
import { ThinkPart } from "./think-part.tsx"

export type RecorderProps = {
  session: RecorderSession
  snapshot: RecorderSnapshot
  takes: ReadonlyArray<ShownTake>
  limitSeconds: number | undefined
  /** Undefined: time to think has no measure. */
  thinkSeconds: number | undefined
  /** How many more takes there may be; undefined where nobody counts. */
  takesLeft: number | undefined
  /** Where a take plays from once the server can play it. */
  media: (remoteId: string) => string
  /** What can be done with a take in review, the first of them the one that leads on. */
  actions: (take: ShownTake) => ReactNode
  onRemove: (take: ShownTake) => Promise<unknown>
  /** Draws a state in its own way; what it answers nothing for is drawn as everywhere. */
  own?: (state: RecorderState) => ReactNode
  /** Said beside the takes, and before one is deleted; unless told, as for a candidate’s prompt. */
  words?: RecorderWords
  /** Files with sound alone are taken too. */
  sound?: boolean
}

export type RecorderWords = { takes: string; removal: string }

const PROMPT_WORDS: RecorderWords = {
  takes: "only the one you hand in is ever seen by anybody",
  removal: "It goes from this device and from here, and can’t be brought back. It still counts as a take.",
}

/** Records, shows and keeps takes: from the check of the devices to the take that was chosen. The same for both sides of the table. */
export function Recorder(props: RecorderProps) {
  const { session, snapshot, takes, takesLeft, onRemove, own, words = PROMPT_WORDS } = props
  const { state, elsewhere } = snapshot
  const [removing, setRemoving] = useState<ShownTake>()
  const frame = useRef<HTMLDivElement>(null)
  useSpaceBar(session, state)
  useFocusOnMove(frame, state.at)
  const current = "take" in state ? takes.find((take) => isTake(take, state.take)) : undefined
  const begins = state.at === "idle" || state.at === "asking"
  return (
    <div ref={frame} className="grid min-w-0 gap-8">
      <p role="status" className="sr-only">
        {spokenState(state, snapshot.kind)}
      </p>
      {elsewhere && (
        <p role="alert" className="max-w-measure font-medium text-warn">
          Another window of this page is recording. Finish there, or close it and reload this one; nothing of
          it is lost.
        </p>
      )}
      {begins && takesLeft === 0 ? (
        <p className="max-w-measure">These were all the takes there are. Watch one of them and hand it in.</p>
      ) : (
        (own?.(state) ?? <Part {...props} current={current} />)
      )}
      <TakeList
        takes={isRunning(state) ? [] : takes}
        note={words.takes}
        current={current?.key}
        onLook={(take) => session.look(take.localId ?? take.key, "pressed", take.where.at === "arrived")}
        onRemove={setRemoving}
      />
      <ConfirmDialog
        open={removing !== undefined}
        onOpenChange={(open) => !open && setRemoving(undefined)}
        title={removing ? `Delete ${takeName(removing).toLowerCase()}?` : ""}
        consequence={words.removal}
        confirm="Delete it"
        onConfirm={async () => {
          if (removing) await onRemove(removing)
        }}
      />
    </div>
  )
}

/** Whether this is the take that the recorder means, by its id here or on the server. */
export const isTake = (take: ShownTake, id: string): boolean =>
  take.key === id || take.localId === id || take.remoteId === id

function Part(props: RecorderProps & { current: ShownTake | undefined }) {
  const { session, snapshot, limitSeconds, thinkSeconds, takes, media, actions, current } = props
  const { state } = snapshot
  switch (state.at) {
    case "idle":
    case "asking":
      return <IdlePart session={session} snapshot={snapshot} again={takes.length > 0} />
    case "blocked":
      return (
        <div className="grid gap-8">
          <FaultPart
            fault={state.fault}
            kind={snapshot.kind}
            onRetry={() => void session.ask(snapshot.kind)}
            onSound={() => void session.ask("audio")}
          />
          <FilePart session={session} snapshot={snapshot} sound={props.sound} />
        </div>
      )
    case "checking":
      return <CheckPart session={session} snapshot={snapshot} />
    case "thinking":
      return <ThinkPart session={session} since={state.since} thinkSeconds={thinkSeconds} />
    case "recording":
    case "held":
    case "finishing":
      return <RunningPart session={session} snapshot={snapshot} limitSeconds={limitSeconds} />
    case "review":
      return current ? (
        <ReviewPart
          key={current.key}
          session={session}
          take={current}
          ending={session.endingOf(current.localId) ?? state.ending}
          failure={state.failure}
          media={media}
          actions={actions(current)}
        />
      ) : null
    case "sending":
    case "sent":
      return (
        <div className="grid gap-4">
          <h3 data-lead tabIndex={-1} className="font-serif text-[1.375rem]/8 outline-none">
            {current ? `Handing in ${takeName(current).toLowerCase()}` : "Handing in"}
          </h3>
          {current && <ArrivalLine take={current} />}
          <p className="max-w-measure">
            Leave this page open: it isn’t handed in before all of it has arrived, and this page then says so.
          </p>
          <div>
            <Button onClick={() => session.tell({ type: "failed", why: "" })}>Not yet</Button>
          </div>
        </div>
      )
  }
}

/** The space bar starts and stops, unless what has the focus has its own use for it. */
function useSpaceBar(session: RecorderSession, state: RecorderState): void {
  const free = (run: () => void) => () =>
    document.activeElement?.matches("button, summary, select, video, audio, input, a") ? false : run()
  const keys = {
    checking: { space: { label: "Start recording", run: free(() => void session.start()) } },
    thinking: { space: { label: "Start recording", run: free(() => void session.start()) } },
    recording: { space: { label: "Stop recording", run: free(() => session.stop()) } },
    held: { space: { label: "Go on recording", run: free(() => void session.goOn()) } },
  }
  useKeys(state.at in keys ? keys[state.at as keyof typeof keys] : {}, "Recorder")
}

/** As the recorder moves on, the focus goes to what can be done next: what had it is gone. */
function useFocusOnMove(frame: { current: HTMLElement | null }, at: RecorderState["at"]): void {
  const before = useRef(at)
  useEffect(() => {
    if (before.current === at) return
    before.current = at
    if (document.activeElement && document.activeElement !== document.body) {
      if (!frame.current?.contains(document.activeElement)) return
    }
    const lead =
      frame.current?.querySelector<HTMLElement>("[data-lead]") ?? frame.current?.querySelector("button")
    lead?.focus()
  }, [frame, at])
}
