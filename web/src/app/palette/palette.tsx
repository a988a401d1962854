import { Dialog } from "radix-ui"
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react"
import { Backdrop, cx, Kbd, modalPanel, useFocusBack } from "../../ui/index.ts"
import { useKeys } from "../keys/use-keys.tsx"
import type { PaletteEntry } from "./palette-entries.tsx"
import { useFound } from "./use-found.ts"

/** Ctrl or ⌘ K: finds people, openings, questions and actions by a few letters. */
export function Palette() {
  const [open, setOpen] = useState(false)
  const [query, setQuery] = useState("")
  const focusBack = useFocusBack()
  const [at, setAt] = useState(0)
  const { found, searching } = useFound(query, open)
  useKeys(
    { "mod+k": { label: "Find anything", run: () => setOpen(true), whileTyping: true } },
    "Everywhere",
    true,
  )
  const close = () => {
    setOpen(false)
    setQuery("")
    setAt(0)
  }
  const choose = (entry: PaletteEntry | undefined) => {
    if (!entry) return
    close()
    entry.run()
  }
  return (
    <Dialog.Root open={open} onOpenChange={(next) => (next ? setOpen(true) : close())}>
      <Dialog.Portal>
        <Backdrop />
        <Dialog.Content
          {...focusBack}
          aria-describedby={undefined}
          className={cx(modalPanel, "flex max-w-xl flex-col p-0! max-sm:p-0!")}
        >
          <Dialog.Title className="sr-only">Find anything</Dialog.Title>
          <FindList
            query={query}
            found={found}
            at={Math.min(at, Math.max(0, found.length - 1))}
            searching={searching}
            onQuery={(next) => {
              setQuery(next)
              setAt(0)
            }}
            onAt={setAt}
            onChoose={choose}
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

type FindListProps = {
  query: string
  found: ReadonlyArray<PaletteEntry>
  at: number
  searching: boolean
  onQuery: (query: string) => void
  onAt: (at: number) => void
  onChoose: (entry: PaletteEntry | undefined) => void
}

function FindList({ query, found, at, searching, onQuery, onAt, onChoose }: FindListProps) {
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: "nearest" })
  }, [at])
  const steer = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && found.length > 0) onAt((at + step + found.length) % found.length)
    else if (event.key === "Enter" && !event.nativeEvent.isComposing) onChoose(found[at])
    else return
    event.preventDefault()
  }
  return (
    <>
      <input
        role="combobox"
        aria-label="Find"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={found[at] && `${id}-${at}`}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="Find a person, an opening, an action"
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={steer}
        className="h-13 w-full shrink-0 bg-transparent px-5 text-read outline-none"
      />
      <ul
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label="Found"
        className="overflow-y-auto border-t border-rule"
      >
        {found.map((entry, place) => (
          <li
            key={entry.id}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === at}
            onPointerMove={() => place !== at && onAt(place)}
            onClick={() => onChoose(entry)}
            className={cx("flex h-9 cursor-pointer items-center gap-4 px-5", place === at && "bg-wash")}
          >
            <span className="min-w-0 flex-1 truncate">{entry.label}</span>
            <span className="text-small text-ink-2">{entry.kind}</span>
            {entry.keys && <Kbd keys={entry.keys} />}
          </li>
        ))}
      </ul>
      <p role="status" className={cx("px-5 text-ink-2", found.length === 0 ? "py-4" : "sr-only")}>
        {found.length > 0
          ? `${found.length} found`
          : searching
            ? "Looking…"
            : `Nothing is called “${query}”.`}
      </p>
    </>
  )
}
