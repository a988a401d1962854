/** A competency's share of the composite, drawn to one scale for all and said beside it. */
export function WeightBar({ weight, of }: { weight: number; of?: string }) {
  return (
    <span className="mt-1 flex items-center gap-2 text-small text-ink-2">
      <span
        aria-hidden="true"
        className="block h-1.5 bg-step-4 print:hidden"
        style={{ width: `${weight * 0.3}rem` }}
      />
      {weight} % {of}
    </span>
  )
}
