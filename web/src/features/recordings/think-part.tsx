import { useEffect, useState } from "react"
import { Button, Ring } from "../../ui/index.ts"
import { lengthInWords } from "./limit-words.ts"
import { Mirror } from "./mirror.tsx"
import type { RecorderSession } from "./recorder-session.ts"

type ThinkPartProps = {
  session: RecorderSession
  since: number
  /** Undefined: as long as one likes, without a clock. */
  thinkSeconds: number | undefined
}

/** Time to think. Nothing begins by itself, also when the ring has run out. */
export function ThinkPart({ session, since, thinkSeconds }: ThinkPartProps) {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const left = thinkSeconds === undefined ? undefined : thinkSeconds - (now - since) / 1000
  return (
    <div className="grid gap-5">
      <div className="flex items-center gap-4">
        {left !== undefined && thinkSeconds !== undefined && (
          <Ring share={Math.max(0, left / thinkSeconds)} size={44} />
        )}
        <p className="read">
          {left !== undefined && left > 0
            ? "Nothing is being recorded. Take your time."
            : "Start whenever you are ready; nothing begins by itself."}
        </p>
      </div>
      {thinkSeconds !== undefined && (
        <p className="text-small text-ink-2">
          The ring stands for {lengthInWords(thinkSeconds)}, as a measure and not as a limit.
        </p>
      )}
      <Mirror picture={session.picture()} small />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button variant="primary" keys="space" onClick={() => void session.start()}>
          Start recording
        </Button>
        <Button onClick={() => session.again()}>Switch off</Button>
      </div>
    </div>
  )
}
