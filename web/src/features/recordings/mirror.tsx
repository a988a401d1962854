import { useEffect, useRef } from "react"
import { cx } from "../../ui/index.ts"

type MirrorProps = { picture: MediaStream | undefined; small?: boolean }

/** Oneself as in a mirror; in place of a picture, that there is none. */
export function Mirror({ picture, small = false }: MirrorProps) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current && picture) video.current.srcObject = picture
  }, [picture])
  const frame = cx("aspect-video w-full bg-sunk", small ? "max-w-sm" : "max-w-2xl")
  if (!picture)
    return (
      <div
        className={cx(
          "grid h-24 w-full place-items-center bg-sunk text-ink-2",
          small ? "max-w-sm" : "max-w-2xl",
        )}
      >
        <span>Sound only, no picture</span>
      </div>
    )
  return (
    <video
      ref={video}
      autoPlay
      muted
      playsInline
      aria-label="You, as the camera sees you"
      className={cx(frame, "-scale-x-100 object-contain")}
    />
  )
}
