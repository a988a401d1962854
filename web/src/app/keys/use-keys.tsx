import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react"
import { isApple } from "../../ui/index.ts"
import { KeyBook, type KeyMap } from "./key-book.ts"

const Book = createContext<KeyBook | undefined>(undefined)

/** The book of shortcuts. Needs a KeysProvider above. */
export function useKeyBook(): KeyBook {
  const book = useContext(Book)
  if (!book) throw new Error("Shortcuts need a KeysProvider above them")
  return book
}

/**
 * Registers the shortcuts of what is mounted and lists them behind `?`.
 * `useKeys({ n: { label: "Next question", run: next } }, "Interview")`; pass `{}` while they shouldn't hold.
 * `everywhere` is for frames: a page's own shortcuts win over them.
 */
export function useKeys(keys: KeyMap, group = "This page", everywhere = false): void {
  const book = useKeyBook()
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => book.open(group, () => latest.current, everywhere), [book, group, everywhere])
}

/** Listens for shortcuts once for the whole app. */
export function KeysProvider({ children }: { children: ReactNode }) {
  const [book] = useState(() => new KeyBook())
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.getModifierState("AltGraph")) return
      if (document.querySelector("[data-modal]") && !event.ctrlKey && !event.metaKey) return
      if (book.hear(event, event.timeStamp, isTypedInto(event.target), isApple)) event.preventDefault()
    }
    document.addEventListener("keydown", hear)
    return () => document.removeEventListener("keydown", hear)
  }, [book])
  return <Book value={book}>{children}</Book>
}

const pressed = new Set(["checkbox", "radio", "button", "submit", "reset", "file", "range", "color"])

function isTypedInto(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true
  return target instanceof HTMLInputElement && !pressed.has(target.type)
}
