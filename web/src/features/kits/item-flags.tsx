import type { FlaggedItem } from "@backfill/contract"
import { useState } from "react"
import { useKeys } from "../../app/index.ts"
import { Button } from "../../ui/index.ts"
import { useBook } from "./book-context.tsx"
import { FlagDialog } from "./flag-dialog.tsx"
import { FlagNote } from "./flag-note.tsx"

/** Beside a question or exercise: the open flags on it that one may read, and the way to make one. */
export function ItemFlags({ item }: { item: FlaggedItem }) {
  const { source, flags, author } = useBook()
  const [open, setOpen] = useState(false)
  useKeys({ f: { label: `Flag this ${item.kind}`, run: () => setOpen(true) } }, "This kit")
  const here = flags.filter(
    (flag) => flag.state === "open" && flag.item.kind === item.kind && flag.item.id === item.id,
  )
  return (
    <div className="print:hidden">
      {here.length > 0 && (
        <>
          <h2 className="pb-1.5 text-small text-ink-2">
            {here.length === 1 ? "A flag" : `${here.length} flags`}
          </h2>
          <ul className="border-t border-rule pt-2.5">
            {here.map((flag) => (
              <FlagNote key={flag.id} flag={flag} author={author} />
            ))}
          </ul>
        </>
      )}
      <Button keys="f" className="text-small" onClick={() => setOpen(true)}>
        Flag this {item.kind}
      </Button>
      <FlagDialog open={open} onOpenChange={setOpen} place={source} item={item} />
    </div>
  )
}
