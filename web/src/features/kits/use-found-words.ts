import { type RefObject, useEffect } from "react"
import { fold, placesOf, wordsOf } from "./search.ts"

const NAME = "kit-found"

/** Marks the words looked for wherever they stand on the page, without touching its elements. Older browsers mark nothing. */
export function useFoundWords(root: RefObject<HTMLElement | null>, query: string, page: string): void {
  useEffect(() => {
    if (!("highlights" in CSS) || !root.current) return
    const words = wordsOf(query)
    if (words.length === 0) return
    const ranges: Range[] = []
    const walker = document.createTreeWalker(root.current, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { start, end } of placesOf(fold(node.nodeValue ?? ""), words)) {
        const range = document.createRange()
        range.setStart(node, start)
        range.setEnd(node, end)
        ranges.push(range)
      }
    }
    CSS.highlights.set(NAME, new Highlight(...ranges))
    showFirst(ranges)
    return () => void CSS.highlights.delete(NAME)
  }, [root, query, page])
}

/** Unfolds and shows the first words found in the part that the address names, where they aren't in sight already. */
function showFirst(ranges: readonly Range[]): void {
  const part = document.getElementById(decodeURIComponent(window.location.hash.slice(1)))
  const first = ranges.find(({ startContainer }) => part?.contains(startContainer))?.startContainer
    .parentElement
  const folded = first?.closest("details")
  if (folded) folded.open = true
  first?.scrollIntoView({ block: "center" })
}
