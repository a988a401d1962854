import type { RecordingKind } from "@backfill/contract"
import { type ReactNode, useEffect, useState } from "react"
import { Button, Field, Ring, Select } from "../../ui/index.ts"
import type { Length } from "../practice/length-choice.ts"
import type { Choice } from "../recordings/devices.ts"
import { lengthInWords } from "../recordings/limit-words.ts"
import { FilePart } from "../recordings/idle-part.tsx"
import { LevelMeter } from "../recordings/level-meter.tsx"
import { Mirror } from "../recordings/mirror.tsx"
import type { RecorderSession, RecorderSnapshot } from "../recordings/recorder-session.ts"
import { storageWords } from "../recordings/storage-check.ts"
import { BigKey } from "./big-key.tsx"
import { TellClock } from "./tell-clock.tsx"

/** Time to think before telling, as a measure and not as a limit. */
const THINK_SECONDS = 60

type TellStageProps = {
  session: RecorderSession
  snapshot: RecorderSnapshot
  length: Length
  /** What can still be chosen before anything is switched on. */
  before: ReactNode
}

/** The stages of a rehearsal up to its end, with one key to press at each. Nothing where the recorder’s own way is right. */
export function tellStage({ session, snapshot, length, before }: TellStageProps): ReactNode {
  const { state, kind } = snapshot
  switch (state.at) {
    case "idle":
    case "asking":
      return (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
          {before}
          <div className="grid gap-3">
            <BigKey pending={state.at === "asking"} onPress={() => void session.ask("audio")}>
              Switch the microphone on
            </BigKey>
            <p role="status" className="text-ink-2">
              {state.at === "asking"
                ? "Your browser asks whether this page may listen. Choose “Allow”."
                : "Sound alone is enough. "}
              {state.at === "idle" && (
                <Button onClick={() => void session.ask("video")}>Add the picture</Button>
              )}
            </p>
          </div>
          <details>
            <summary className="cursor-pointer text-ink-2">I recorded it elsewhere</summary>
            <div className="mt-3">
              <FilePart session={session} snapshot={snapshot} sound />
            </div>
          </details>
        </div>
      )
    case "checking":
      return <Check session={session} snapshot={snapshot} />
    case "thinking":
      return <Think session={session} since={state.since} kind={kind} />
    case "recording":
    case "finishing":
      return (
        <div className="grid gap-8">
          <TellClock ranMs={session.ranMs} length={length} />
          <BigKey pending={state.at === "finishing"} onPress={() => session.stop()}>
            Stop
          </BigKey>
          {kind === "video" && <Mirror picture={session.picture()} small />}
        </div>
      )
    default:
      return undefined
  }
}

function Check({ session, snapshot }: { session: RecorderSession; snapshot: RecorderSnapshot }) {
  const { kind, choice, options, storage } = snapshot
  const change = (next: Choice) => void session.ask(kind, { ...choice, ...next })
  const warning = storageWords(storage)
  return (
    <div className="grid gap-8">
      <BigKey onPress={() => void session.start()}>Start</BigKey>
      <div className="flex flex-wrap gap-x-8">
        <Button keys="t" onClick={() => session.think()}>
          Think first
        </Button>
        <Button onClick={() => session.again()}>Switch off</Button>
      </div>
      <div className="grid max-w-md gap-5">
        <LevelMeter level={session.level} />
        {options.microphones.length > 1 && (
          <Field label="Microphone">
            <Select
              value={choice.microphone ?? ""}
              options={options.microphones.map(({ id, label }) => ({ value: id, label }))}
              onChange={({ target }) => change({ microphone: target.value })}
            />
          </Field>
        )}
        {warning && (
          <p role="alert" className="font-medium text-warn">
            {warning}
          </p>
        )}
        {kind === "video" && <Mirror picture={session.picture()} small />}
      </div>
    </div>
  )
}

type ThinkProps = { session: RecorderSession; since: number; kind: RecordingKind }

function Think({ session, since, kind }: ThinkProps) {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const left = THINK_SECONDS - (now - since) / 1000
  return (
    <div className="grid gap-8">
      <div className="flex items-center gap-5">
        <Ring share={Math.max(0, left / THINK_SECONDS)} size={72} />
        <p className="read max-w-80">
          {left > 0
            ? "Nothing is recorded. Which story, and where does it begin?"
            : "Start when you are ready."}
          <span className="block font-sans text-small text-ink-2">
            The ring is {lengthInWords(THINK_SECONDS)}; nothing begins by itself.
          </span>
        </p>
      </div>
      <BigKey onPress={() => void session.start()}>Start</BigKey>
      {kind === "video" && <Mirror picture={session.picture()} small />}
    </div>
  )
}
