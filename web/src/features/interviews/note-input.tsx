import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from "react"
import { cx, useFit } from "../../ui/index.ts"
import { Stamp } from "./note-line.tsx"

type NoteInputProps = {
  label: string
  text: string
  second: number
  /** Takes up a finished line instead of a new one. */
  editing: boolean
  area: RefObject<HTMLTextAreaElement | null>
  onType: (text: string) => void
  onFinish: () => void
  /** Up from an empty line or from the start of an edited one. */
  onUp: () => void
  /** Escape in an edit. */
  onLeaveEdit: () => void
  onBlur: () => void
}

/** The line under the fingers. Enter finishes it, Shift and Enter breaks it; nothing typed here is a shortcut. */
export function NoteInput(props: NoteInputProps) {
  const { label, text, second, editing, area, onType, onFinish, onUp, onLeaveEdit, onBlur } = props
  const frame = useRef<HTMLDivElement>(null)
  useFit(area, text)
  useLayoutEffect(() => {
    if (document.activeElement === area.current) frame.current?.scrollIntoView({ block: "nearest" })
  }, [text, editing, area])
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
    const handled = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (event.key === "Enter" && plain) {
      handled()
      onFinish()
    } else if (event.key === "ArrowUp" && plain && event.currentTarget.selectionEnd === 0) {
      handled()
      onUp()
    } else if (event.key === "Escape" && editing) {
      handled()
      onLeaveEdit()
    }
  }
  return (
    <div
      ref={frame}
      className={cx(
        "-mx-3 mt-1.5 grid grid-cols-[52px_1fr] rounded-control bg-sheet px-3 py-2 outline-1 outline-rule",
        "focus-within:outline-2 focus-within:outline-accent",
      )}
    >
      <Stamp second={second} />
      <textarea
        ref={area}
        aria-label={label}
        rows={1}
        maxLength={4000}
        value={text}
        placeholder="Type what you hear"
        onChange={(event) => onType(event.target.value)}
        onKeyDown={press}
        onBlur={onBlur}
        className="field-sizing-content max-h-60 min-h-5.25 w-full resize-none bg-transparent leading-5.25 outline-none"
      />
    </div>
  )
}
