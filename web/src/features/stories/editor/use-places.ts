import { type RefObject, useLayoutEffect, useState } from "react"

/** Heights within the prose, in CSS pixels from its top: the middle of a stretch's first line and of its last. */
export type Place = { id: string; first: number; last: number }

/** Where the stretches marked with an attribute stand, one place for each of its values. */
function placesOf(prose: HTMLElement, attribute: string): Place[] {
  const zero = prose.getBoundingClientRect().top
  const places = new Map<string, Place>()
  for (const piece of prose.querySelectorAll(`[${attribute}]`)) {
    const lines = piece.getClientRects()
    const [top, bottom] = [lines[0], lines[lines.length - 1]]
    if (!top || !bottom) continue
    const first = Math.round(top.top + top.height / 2 - zero)
    const last = Math.round(bottom.top + bottom.height / 2 - zero)
    for (const id of (piece.getAttribute(attribute) ?? "").split(" ")) {
      const known = places.get(id)
      if (known) known.last = last
      else places.set(id, { id, first, last })
    }
  }
  return [...places.values()]
}

/** Measures the marks in the prose after every change of it, of its width or of its fonts. */
export function usePlaces(prose: RefObject<HTMLElement | null>): { hints: Place[]; runs: Place[] } {
  const [places, setPlaces] = useState<{ hints: Place[]; runs: Place[] }>({ hints: [], runs: [] })
  const [, measureAgain] = useState(0)
  useLayoutEffect(() => {
    const own = prose.current
    if (!own) return
    const next = { hints: placesOf(own, "data-hints"), runs: placesOf(own, "data-run") }
    if (JSON.stringify(next) !== JSON.stringify(places)) setPlaces(next)
  })
  useLayoutEffect(() => {
    const own = prose.current
    if (!own) return
    const observer = new ResizeObserver(() => measureAgain((n) => n + 1))
    observer.observe(own)
    return () => observer.disconnect()
  }, [prose])
  return places
}
