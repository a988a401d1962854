import type { ReactNode } from "react"

/** The dash in a cell that holds no number because nobody asked; never a zero. */
export function NotAsked() {
  return (
    <span className="text-ink-3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">not asked</span>
    </span>
  )
}

/** A value that was changed: the old one struck through beside the new one. */
export function Changed({ from, to }: { from: ReactNode; to: ReactNode }) {
  return (
    <span className="whitespace-nowrap">
      <span className="sr-only">was </span>
      <s className="text-small text-ink-3">{from}</s>
      <span className="sr-only">, now </span> <span>{to}</span>
    </span>
  )
}
