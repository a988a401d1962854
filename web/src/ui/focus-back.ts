import { useRef } from "react"

/**
 * Handlers for a Radix content that is opened by state and so has no trigger to return to:
 * whatever had the focus when it opened gets it again when it closes.
 */
export function useFocusBack() {
  const before = useRef<HTMLElement>(null)
  return {
    onOpenAutoFocus: () => {
      before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault()
      before.current?.focus()
    },
  }
}
