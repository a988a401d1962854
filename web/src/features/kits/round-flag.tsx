import type { FlaggedItem } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { useKeys } from "../../app/index.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, FieldError } from "../../ui/index.ts"
import { FlagDialog } from "./flag-dialog.tsx"
import { flagWords } from "./flag-words.ts"

type RoundFlagProps = { interviewId: string; item: FlaggedItem }

/** In the talk: says that what is asked is unclear, leaked or beyond everybody, without leaving the room. Needs a network. */
export function RoundFlag({ interviewId, item }: RoundFlagProps) {
  const [open, setOpen] = useState(false)
  useKeys({ f: { label: `Flag this ${item.kind}`, run: () => setOpen(true) } }, "Interview")
  const flags = useQuery({
    queryKey: ["kits", "flags-in-round", interviewId],
    queryFn: ({ signal }) => client.kits.flagsInRound({ params: { interviewId }, signal }),
  })
  const withdraw = useAct(({ id, version }: { id: string; version: number }, key) =>
    client.kits.withdrawFlag({ params: { flagId: id }, body: { version }, key }),
  )
  const mine =
    flags.data?.items.filter((flag) => flag.item.kind === item.kind && flag.item.id === item.id) ?? []
  return (
    <div className="-my-2 flex flex-wrap items-center gap-x-5">
      {mine.map((flag) => (
        <span key={flag.id} className="inline-flex items-center gap-3">
          <span>
            You flagged it:{" "}
            <span className="font-medium text-ink">{flagWords[flag.reason].name.toLowerCase()}</span>
          </span>
          <Button className="text-small" pending={withdraw.pending} onClick={() => void withdraw.run(flag)}>
            Take it back
          </Button>
        </span>
      ))}
      <Button className="text-small text-ink-2" onClick={() => setOpen(true)}>
        Flag this {item.kind}
      </Button>
      {withdraw.failure && <FieldError>{withdraw.failure}</FieldError>}
      <FlagDialog open={open} onOpenChange={setOpen} place={{ kind: "interview", interviewId }} item={item} />
    </div>
  )
}
