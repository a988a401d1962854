import { useEffect, useRef, useState } from "react"

const EVERY_MS = 100
/** As loud as somebody who speaks. */
const HEARD = 0.35
const QUIET_MS = 6000

/** How loud the microphone hears, as a bar, and in words whether it hears anything. Nothing of it is kept. */
export function LevelMeter({ level }: { level: () => number | undefined }) {
  const bar = useRef<HTMLDivElement>(null)
  const [heard, setHeard] = useState<boolean | "unknown">()
  useEffect(() => {
    let last = performance.now()
    const timer = setInterval(() => {
      const now = level()
      if (now === undefined) return setHeard("unknown")
      if (bar.current) bar.current.style.transform = `scaleX(${now})`
      if (now >= HEARD) {
        last = performance.now()
        setHeard(true)
      } else if (performance.now() - last > QUIET_MS) setHeard(false)
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [level])
  return (
    <div className="grid gap-1.5">
      <div className="flex justify-between gap-4 text-small text-ink-2">
        <span>Sound</span>
        <span role="status">
          {heard === undefined
            ? "Say a few words"
            : heard === "unknown"
              ? "The microphone is on; without a loudspeaker this browser can’t show how loud it is"
              : heard
                ? "We hear you"
                : "Nothing to hear; try another microphone"}
        </span>
      </div>
      <div aria-hidden="true" className="h-1.5 overflow-hidden bg-rule">
        <div ref={bar} className="h-full origin-left bg-ink-2" style={{ transform: "scaleX(0)" }} />
      </div>
    </div>
  )
}
