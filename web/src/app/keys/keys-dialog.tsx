import { useState } from "react"
import { Dialog, Kbd } from "../../ui/index.ts"
import type { ListedKey } from "./key-book.ts"
import { useKeyBook, useKeys } from "./use-keys.tsx"

/** Answers `?` with the keys that hold on this page. */
export function KeysDialog() {
  const book = useKeyBook()
  const [groups, setGroups] = useState<Array<{ group: string; keys: ListedKey[] }>>()
  useKeys({ "?": { label: "All keys of this page", run: () => setGroups(book.list()) } }, "Everywhere", true)
  return (
    <Dialog
      open={groups !== undefined}
      onOpenChange={(open) => !open && setGroups(undefined)}
      title="Keys on this page"
      description="They rest while you type, except those with Ctrl or ⌘."
      wide
    >
      <div className="gap-x-10 sm:columns-2">
        {groups?.map(({ group, keys }) => (
          <div key={group} className="mb-5 break-inside-avoid">
            <h3 className="pb-1 text-small text-ink-2">{group}</h3>
            <dl className="border-t border-rule">
              {keys.map((entry) => (
                <div
                  key={entry.keys}
                  className="flex items-center justify-between gap-4 border-b border-rule py-1.5"
                >
                  <dt>{entry.label}</dt>
                  <dd>
                    <Kbd keys={entry.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
    </Dialog>
  )
}
