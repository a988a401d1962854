import { useLayoutEffect, useRef } from "react"

/** Below the line that stays at the top of the window. */
const TOP = 80

/**
 * Keeps the eye's place while texts above it change length: the first part in sight before the change stands at the
 * same height after it. Call the returned function just before what makes `changing` change.
 */
export function useKeepPlace(changing: string): () => void {
  const mark = useRef<{ part: Element; top: number } | undefined>(undefined)
  useLayoutEffect(() => {
    const { part, top } = mark.current ?? {}
    mark.current = undefined
    if (part?.isConnected && top !== undefined)
      window.scrollBy({ top: part.getBoundingClientRect().top - top, behavior: "instant" })
  }, [changing])
  return () => {
    const part = [...document.querySelectorAll("[data-part]")].find(
      (one) => one.getBoundingClientRect().bottom > TOP,
    )
    mark.current = part && { part, top: part.getBoundingClientRect().top }
  }
}
