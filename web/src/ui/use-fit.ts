import { type RefObject, useLayoutEffect } from "react"

/**
 * Keeps a text area as high as its text, where the browser doesn't by itself: `field-sizing` is young in Firefox and Safari.
 * @param value what stands in it, where the page steers that
 */
export function useFit(area: RefObject<HTMLTextAreaElement | null>, value: unknown): void {
  useLayoutEffect(() => {
    const element = area.current
    if (!element || CSS.supports("field-sizing", "content")) return
    const fit = () => {
      element.style.height = "auto"
      element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`
    }
    fit()
    element.addEventListener("input", fit)
    return () => element.removeEventListener("input", fit)
  }, [area, value])
}
