import type { KeyboardEvent, RefObject } from "react"
import { Kbd } from "../../ui/index.ts"

type SearchFieldProps = {
  field: RefObject<HTMLInputElement | null>
  value: string
  onChange: (query: string) => void
  onOpen: () => void
  /** Steps through the results, opens the one stepped to, or leaves. */
  onKey: (key: "up" | "down" | "enter" | "escape") => void
  /** The id of the list of results, and of the one stepped to. */
  listId: string
  activeId: string | undefined
  open: boolean
}

const keys = { ArrowUp: "up", ArrowDown: "down", Enter: "enter", Escape: "escape" } as const

/** Looks for words in the whole kit. The arrows walk the results without leaving the field. */
export function SearchField(props: SearchFieldProps) {
  const { field, value, onChange, onOpen, onKey, listId, activeId, open } = props
  const press = (event: KeyboardEvent) => {
    const key = Object.entries(keys).find(([name]) => name === event.key)?.[1]
    if (!key || event.nativeEvent.isComposing) return
    event.preventDefault()
    onKey(key)
  }
  return (
    <div role="search" className="relative">
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label="Search this kit"
        aria-expanded={open}
        aria-controls={listId}
        aria-activedescendant={activeId}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="Search this kit"
        value={value}
        onFocus={onOpen}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={press}
        className="typed-into pr-9"
      />
      {value === "" && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center pointer-coarse:hidden"
        >
          <Kbd keys="/" />
        </span>
      )}
    </div>
  )
}
