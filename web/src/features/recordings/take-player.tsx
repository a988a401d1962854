import type { RecordingKind } from "@backfill/contract"
import { type RefObject, useRef, useState } from "react"
import { cx } from "../../ui/index.ts"

const SPEEDS = [1, 1.25, 1.5, 2] as const

type TakePlayerProps = {
  src: string
  kind: RecordingKind
  label: string
  /** For whoever steers it from outside. */
  player?: RefObject<HTMLVideoElement | null>
}

/** Plays a recording, at one to two times its speed; the pitch of a voice stays. */
export function TakePlayer({ src, kind, label, player }: TakePlayerProps) {
  const own = useRef<HTMLVideoElement>(null)
  const video = player ?? own
  const [speed, setSpeed] = useState(1)
  return (
    <div className="grid max-w-2xl gap-2">
      <video
        key={src}
        ref={video}
        src={src}
        controls
        playsInline
        preload="metadata"
        aria-label={label}
        onLoadedMetadata={({ currentTarget }) => {
          currentTarget.playbackRate = speed
          tellLength(currentTarget)
        }}
        onRateChange={({ currentTarget }) => setSpeed(currentTarget.playbackRate)}
        className={cx("w-full bg-sunk", kind === "video" ? "aspect-video" : "h-14")}
      />
      <div role="group" aria-label="Speed" className="flex items-center gap-1 text-small text-ink-2">
        <span aria-hidden="true" className="mr-2">
          Speed
        </span>
        {SPEEDS.map((option) => (
          <button
            key={option}
            type="button"
            aria-pressed={speed === option}
            onClick={() => {
              setSpeed(option)
              if (video.current) video.current.playbackRate = option
            }}
            className={cx(
              "min-h-8 min-w-11 cursor-pointer rounded-control px-2 tabular-nums hover:text-accent",
              speed === option && "bg-wash font-semibold text-ink",
            )}
          >
            {option}×
          </button>
        ))}
      </div>
    </div>
  )
}

/** A recording just made doesn't say how long it is; jumping past its end makes the browser find out. */
function tellLength(video: HTMLVideoElement): void {
  if (video.duration !== Number.POSITIVE_INFINITY) return
  const back = () => {
    video.removeEventListener("durationchange", back)
    video.currentTime = 0
  }
  video.addEventListener("durationchange", back)
  video.currentTime = Number.MAX_SAFE_INTEGER
}
