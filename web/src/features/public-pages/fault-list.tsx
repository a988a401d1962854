import { useEffect, useRef } from "react"
import type { ReadBackRow } from "./read-back.ts"
import type { Fault } from "./form-check.ts"
import { placeOf } from "./form-part.tsx"

type FaultListProps = {
  faults: ReadonlyArray<Fault>
  labels: ReadonlyArray<ReadBackRow>
  onGo: (field: string) => void
}

/** Brings a field into sight and puts the focus into it. */
export function goTo(field: string): void {
  const place = document.getElementById(placeOf(field))
  place
    ?.querySelector<HTMLElement>("textarea, select, input:not([type=file])")
    ?.focus({ preventScroll: true })
  place?.scrollIntoView({ block: "center" })
}

/** What keeps the form from being sent, each with the way to it. Takes the focus when it appears. */
export function FaultList({ faults, labels, onGo }: FaultListProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.focus()
  }, [])
  const nameOf = (field: string) => labels.find((row) => row.field === field)?.label ?? field
  return (
    <div ref={box} role="alert" tabIndex={-1} className="mb-8 border-l-2 border-warn py-1 pl-4 outline-none">
      <p className="font-semibold text-warn">
        {faults.length === 1 ? "One answer needs another look" : `${faults.length} answers need another look`}
      </p>
      <ul>
        {faults.map(({ field, message }) => (
          <li key={field}>
            <button
              type="button"
              onClick={() => onGo(field)}
              className="flex min-h-11 w-full cursor-pointer flex-col items-start justify-center py-1 text-left"
            >
              <span className="word-link">{field === "resume" ? "Résumé" : nameOf(field)}</span>
              <span className="text-small text-ink-2">{message}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
