import type { Flag } from "@backfill/contract"
import { type ReactNode, useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, FieldError, Time } from "../../ui/index.ts"
import { ReasonDialog } from "../../ui/reason-dialog.tsx"
import { flagWords } from "./flag-words.ts"

type FlagNoteProps = {
  flag: Flag
  /** Whether the reader looks after kits and may close it. */
  author: boolean
  /** What it is about, where that doesn't show from the place. */
  about?: ReactNode
}

/** One flag: what, who, when and with which version; to be taken back by who made it, or closed by the kit's authors. */
export function FlagNote({ flag, author, about }: FlagNoteProps) {
  return (
    <li className="grid gap-1 border-b border-rule py-2.5 first:pt-0 last:border-b-0">
      {about}
      <p>
        <span className={flag.state === "open" ? "font-semibold text-warn" : "text-ink-2"}>
          {flagWords[flag.reason].name}
        </span>
        {flag.state === "resolved" && <span className="text-small text-ink-2">, closed</span>}
      </p>
      {flag.note && <p className="read text-[1rem]/6 [overflow-wrap:anywhere]">{flag.note}</p>}
      <p className="text-small text-ink-2">
        {flag.mine ? "You" : flag.by.name}, <Time at={flag.at} form="relative" />
        {flag.opening ? `, ${flag.opening.title}` : flag.during === "opening" ? ", another opening" : ""}, kit{" "}
        {flag.kitVersion}
      </p>
      {flag.resolution && (
        <p className="text-small text-ink-2">
          <span className="text-ink">{flag.resolution.word}</span> {flag.resolution.by},{" "}
          <Time at={flag.resolution.at} form="relative" />
        </p>
      )}
      {flag.state === "open" && (
        <div className="flex flex-wrap gap-x-5 print:hidden">
          {author && <Resolve flag={flag} />}
          {flag.mine && <Withdraw flag={flag} />}
        </div>
      )}
    </li>
  )
}

function Withdraw({ flag }: { flag: Flag }) {
  const act = useAct((version: number, key) =>
    client.kits.withdrawFlag({ params: { flagId: flag.id }, body: { version }, key }),
  )
  return (
    <>
      <Button className="text-small" pending={act.pending} onClick={() => void act.run(flag.version)}>
        Take it back
      </Button>
      {act.failure && <FieldError>{act.failure}</FieldError>}
    </>
  )
}

function Resolve({ flag }: { flag: Flag }) {
  const [open, setOpen] = useState(false)
  const act = useAct((word: string, key) =>
    client.kits.resolveFlag({ params: { flagId: flag.id }, body: { word, version: flag.version }, key }),
  )
  return (
    <>
      <Button className="text-small" onClick={() => setOpen(true)}>
        Close with a word
      </Button>
      <ReasonDialog
        open={open}
        onOpenChange={setOpen}
        title="Close this flag"
        description={`${flag.mine ? "You" : flag.by.name} will read what you write; openings keep the version they began with.`}
        ask="What was done about it?"
        act="Close the flag"
        pending={act.pending}
        failure={act.failure}
        onGive={(word) => act.run(word)}
      />
    </>
  )
}
