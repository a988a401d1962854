import { type RefObject, useCallback, useEffect, useRef, useState } from "react"

export const SPEEDS = [1, 1.25, 1.5, 2] as const
/** So far one press of an arrow goes, in ms. */
export const STEP_MS = 5000

/** Whether a player that was told to play can’t; one that was paused or moved before it began only says that it didn’t. */
export const cantPlay = (error: unknown): boolean =>
  !(error instanceof DOMException && error.name === "AbortError")

/**
 * Steers a media element: play and pause, places and speed. `atMs` follows a few times a second; what has to follow each
 * frame reads the custom property `--at` (0 to 1) of `stage`.
 */
export function usePlayer(durationMs: number, stage: RefObject<HTMLElement | null>) {
  const media = useRef<HTMLVideoElement>(null)
  const [playing, setPlaying] = useState(false)
  const [atMs, setAtMs] = useState(0)
  const [speed, setSpeed] = useState(1)
  const [failed, setFailed] = useState(false)
  const now = useCallback(() => (media.current?.currentTime ?? 0) * 1000, [])
  const draw = useCallback(() => {
    const share = durationMs > 0 ? Math.min(1, now() / durationMs) : 0
    stage.current?.style.setProperty("--at", String(share))
  }, [durationMs, now, stage])
  const follow = useCallback(() => {
    draw()
    setAtMs(now())
  }, [draw, now])

  useEffect(() => {
    if (!playing) return
    let frame = requestAnimationFrame(function next() {
      draw()
      frame = requestAnimationFrame(next)
    })
    return () => cancelAnimationFrame(frame)
  }, [playing, draw])

  const seek = useCallback(
    (ms: number) => {
      if (!media.current) return
      media.current.currentTime = Math.min(Math.max(0, ms), durationMs) / 1000
      follow()
    },
    [durationMs, follow],
  )
  const play = useCallback(
    () => void media.current?.play().catch((error: unknown) => setFailed(cantPlay(error))),
    [],
  )
  return {
    playing,
    atMs,
    speed,
    failed,
    now,
    seek,
    by: (ms: number) => seek(now() + ms),
    play,
    toggle: () => (media.current?.paused ? play() : media.current?.pause()),
    faster: (steps: 1 | -1) => {
      const at = SPEEDS.findIndex((one) => one === speed)
      const next = SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, at + steps))] ?? 1
      if (media.current) media.current.playbackRate = next
    },
    pace: (next: number) => {
      if (media.current) media.current.playbackRate = next
    },
    /** What the media element hears and tells. */
    element: {
      ref: media,
      onPlay: () => {
        setPlaying(true)
        setFailed(false)
      },
      onPause: () => {
        setPlaying(false)
        follow()
      },
      onTimeUpdate: follow,
      onSeeked: follow,
      onRateChange: () => setSpeed(media.current?.playbackRate ?? 1),
      onError: () => setFailed(true),
    },
  }
}

export type Player = ReturnType<typeof usePlayer>
