import { cx } from "../../ui/index.ts"
import type { RoundPlan } from "./console-store.ts"
import type { Snapshot } from "./console-session.ts"

/** A word on where the notes are. Offline is a grey dot and a count; nothing asks for attention. */
export function ConnectionLine({ snapshot }: { snapshot: Snapshot<RoundPlan> }) {
  const { connection, waitingLines, waiting, draft, unkept } = snapshot
  const lines = waitingLines + (draft && !draft.editing ? 1 : 0)
  const marked = waiting > waitingLines ? "what you marked is kept here" : "nothing waits here"
  const here = lines === 0 ? marked : `${lines} ${lines === 1 ? "line" : "lines"} kept here`
  const kept = unkept && lines + waiting > 0 ? "this browser keeps nothing, so leave this window open" : here
  if (connection.kind === "offline") return <Dot words={`Offline, ${kept}`} />
  if (connection.kind === "refused")
    return <Dot warn words={`Not sent: ${connection.why} ${capital(kept)}.`} />
  if (waitingLines > 0) return <span>Sending {waitingLines === 1 ? "a line" : `${waitingLines} lines`}</span>
  return <span>{unkept ? "Saved on the server, not on this device" : "All notes saved"}</span>
}

function Dot({ words, warn = false }: { words: string; warn?: boolean }) {
  return (
    <span className={cx("flex max-w-80 items-center gap-2", warn && "text-warn")}>
      <span
        aria-hidden="true"
        className={cx("size-1.75 shrink-0 rounded-full", warn ? "bg-warn" : "bg-ink-3")}
      />
      {words}
    </span>
  )
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
