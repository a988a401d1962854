import { type ReactNode, useEffect, useState } from "react"
import { Button, FieldError, Meter } from "../../ui/index.ts"
import type { Ending } from "./recorder-state.ts"
import type { RecorderSession } from "./recorder-session.ts"
import { type ShownTake, takeName } from "./shown-takes.ts"
import { TakePlayer } from "./take-player.tsx"
import { endingWords, whereWords } from "./where-words.ts"

type ReviewPartProps = {
  session: RecorderSession
  take: ShownTake
  ending: Ending
  failure: string | undefined
  /** Where a take plays from once the server can play it. */
  media: (remoteId: string) => string
  actions: ReactNode
}

/** A take to watch before anything is decided, and how far it is on its way. */
export function ReviewPart({ session, take, ending, failure, media, actions }: ReviewPartProps) {
  const src = useSource(session, take, media)
  const words = endingWords(ending)
  const { where } = take
  return (
    <div className="grid gap-5">
      <h3 data-lead tabIndex={-1} className="font-serif text-[1.375rem]/8 outline-none">
        {takeName(take)}
      </h3>
      {words && <p className="max-w-measure">{words}</p>}
      {src ? (
        <TakePlayer src={src} kind={take.kind} label={`${takeName(take)}, to watch`} />
      ) : (
        <p className="text-ink-2">
          {where.at === "arrived"
            ? "It has arrived and is being made ready to play. That takes a moment."
            : "It can be watched once all of it has arrived."}
        </p>
      )}
      {where.at === "arrived" && where.note && <p className="max-w-measure text-ink-2">{where.note}</p>}
      <ArrivalLine take={take} />
      {failure && <FieldError>{failure}</FieldError>}
      {actions}
      {where.at === "stopped" && (
        <div className="grid max-w-measure gap-2">
          <FieldError>{where.why}</FieldError>
          <div className="flex flex-wrap gap-x-6">
            <Button onClick={() => void session.find()}>Send it again</Button>
            {src && (
              <a href={src} download="recording" className="word inline-flex min-h-(--control) items-center">
                Save it as a file
              </a>
            )}
          </div>
        </div>
      )}
    </div>
  )
}

/** How far a take is. What is spoken changes seldom. */
export function ArrivalLine({ take: { where } }: { take: ShownTake }) {
  if (where.at === "on-its-way")
    return (
      <div className="max-w-2xl">
        <Meter
          label={where.offline ? "Waiting for a connection" : where.signedOut ? "Waiting" : "On its way"}
          text={whereWords(where)}
          value={Math.floor(where.share * 100)}
          max={100}
        />
      </div>
    )
  return (
    <p role="status" className="text-ink-2">
      {where.at === "arrived" ? "All of it has arrived and is safe." : ""}
    </p>
  )
}

/** Where the take plays from: this device while it has it, then the server. The one that plays isn't changed under it. */
function useSource(
  session: RecorderSession,
  { key, localId, remoteId, where }: ShownTake,
  media: (remoteId: string) => string,
): string | undefined {
  const [here, setHere] = useState<{ key: string; src: string | undefined }>()
  useEffect(() => {
    let left = false
    void (localId === undefined ? Promise.resolve(undefined) : session.playAt(localId)).then((src) => {
      if (!left) setHere({ key, src })
    })
    return () => {
      left = true
    }
  }, [session, key, localId])
  if (here?.key !== key) return undefined
  if (here.src !== undefined) return here.src
  const playable = where.at === "arrived" && where.playable
  return playable && remoteId !== undefined ? media(remoteId) : undefined
}
