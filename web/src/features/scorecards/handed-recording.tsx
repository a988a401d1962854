import { addressOf, api, type Attempt, type HandedRecording as Handed } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { type RefObject, useRef, useState } from "react"
import { client } from "../../app/client.ts"
import { ProblemState, useKeys } from "../../app/index.ts"
import { Button, clockFigures, Field, Kbd, Loading, Section, TextInput } from "../../ui/index.ts"
import { TakePlayer } from "../recordings/index.ts"
import { type Clip, clipOffer, clipsIn, clipWords, fromHere, toHere, wholeClip } from "./clip.ts"
import type { Offer } from "./judged.ts"

const LOOK_MS = 3000
const STEP_SECONDS = 5

type HandedRecordingProps = {
  attempt: Attempt
  cited: ReadonlyArray<{ kind: string; ref: string }>
  /** Undefined where nothing is cited. */
  onCite: ((offer: Offer) => void) | undefined
}

/** The recording that was handed in, to watch and to cite parts of. Nothing of voice or face is measured. */
export function HandedRecording({ attempt, cited, onCite }: HandedRecordingProps) {
  const handed = useQuery({
    queryKey: ["attempts", "recordings", attempt.id],
    queryFn: ({ signal }) => client.recordings.handed({ params: { attemptId: attempt.id }, signal }),
    refetchInterval: ({ state }) =>
      state.data?.items.some((item) => item.state === "received") ? LOOK_MS : false,
  })
  const recording = handed.data?.items[0]
  return (
    <Section title="Their recording" rule="hair">
      {handed.error ? (
        <ProblemState error={handed.error} retry={() => void handed.refetch()} />
      ) : !handed.data ? (
        <Loading label="Looking for the recording" lines={2} />
      ) : !recording ? (
        <p className="text-ink-2">Nothing was recorded.</p>
      ) : recording.digest === null ? (
        <p role="status" className="text-ink-2">
          It has arrived and is being made ready to play. That takes a moment.
        </p>
      ) : (
        <Watch attempt={attempt} recording={recording} cited={cited} onCite={onCite} />
      )}
    </Section>
  )
}

function Watch({ attempt, recording, cited, onCite }: HandedRecordingProps & { recording: Handed }) {
  const player = useRef<HTMLVideoElement>(null)
  const params = { attemptId: attempt.id, recordingId: recording.id }
  const clips = clipsIn(attempt, recording, cited)
  const jump = (ms: number) => {
    if (!player.current) return
    player.current.currentTime = ms / 1000
    void player.current.play()
  }
  return (
    <div className="grid max-w-xl gap-4">
      <TakePlayer
        src={addressOf(api.recordings.watch, params)}
        kind={recording.kind}
        label="The recording they handed in"
        player={player}
      />
      {recording.overLimit && (
        <p className="text-small text-ink-2">It is longer than the prompt allows; judge what lies within.</p>
      )}
      {recording.note && <p className="max-w-measure text-small text-ink-2">{recording.note}</p>}
      {clips.length > 0 && (
        <ul aria-label="Parts you cited" className="flex flex-wrap gap-x-5">
          {clips.map((clip) => (
            <li key={`${clip.from}-${clip.to}`}>
              <Button onClick={() => jump(clip.from)}>{clipWords(clip)}</Button>
            </li>
          ))}
        </ul>
      )}
      {onCite && <Citing attempt={attempt} recording={recording} player={player} onCite={onCite} />}
    </div>
  )
}

type CitingProps = {
  attempt: Attempt
  recording: Handed
  player: RefObject<HTMLVideoElement | null>
  onCite: (offer: Offer) => void
}

/** Marks from where to where, with the mouse or while listening with two keys, and cites it. */
function Citing({ attempt, recording, player, onCite }: CitingProps) {
  const [clip, setClip] = useState<Clip>({ from: undefined, to: undefined })
  const [words, setWords] = useState("")
  const now = () => (player.current?.currentTime ?? 0) * 1000
  const whole = wholeClip(clip, recording.durationMs)
  const cite = () => {
    const offer = whole && clipOffer(attempt, recording, whole, words)
    if (!offer) return
    onCite(offer)
    setClip({ from: undefined, to: undefined })
    setWords("")
  }
  const step = (seconds: number) => () => {
    if (player.current) player.current.currentTime += seconds
  }
  // What has the focus keeps its own keys.
  const free = (run: () => void) => () =>
    document.activeElement?.matches("button, input, video, summary, a") ? false : run()
  const toggle = () => {
    const video = player.current
    if (video) void (video.paused ? video.play() : video.pause())
  }
  useKeys(
    {
      space: { label: "Play or pause", run: free(toggle) },
      left: { label: "Five seconds back", run: free(step(-STEP_SECONDS)), repeats: true },
      right: { label: "Five seconds on", run: free(step(STEP_SECONDS)), repeats: true },
      f: { label: "Cite from here", run: () => setClip(fromHere(clip, now())) },
      t: { label: "Cite to here", run: () => setClip(toHere(clip, now())) },
      c: { label: "Cite the part", run: cite },
    },
    "Their recording",
  )
  return (
    <div className="grid max-w-2xl gap-3">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
        <Button keys="f" onClick={() => setClip(fromHere(clip, now()))}>
          From here
        </Button>
        <Button keys="t" onClick={() => setClip(toHere(clip, now()))}>
          To here
        </Button>
        <span role="status" className="text-small tabular-nums text-ink-2">
          {whole
            ? clipWords(whole)
            : clip.from !== undefined
              ? `from ${clockFigures(Math.floor(clip.from / 1000))}; now mark to where`
              : "Mark from where to where you cite"}
        </span>
      </div>
      {whole && (
        <div className="grid gap-2 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-end">
          <Field label="What is said there, in a few words" optional>
            <TextInput value={words} maxLength={300} onChange={({ target }) => setWords(target.value)} />
          </Field>
          <Button keys="c" onClick={cite}>
            Cite this part
          </Button>
        </div>
      )}
      <p className="text-small text-ink-2 max-sm:hidden pointer-coarse:hidden">
        <Kbd keys="space" /> plays and pauses, <Kbd keys="left" /> <Kbd keys="right" /> go five seconds.
      </p>
    </div>
  )
}
