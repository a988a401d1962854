import { type PlanRound, plannedMinutes } from "@backfill/core"

/** A round's slot as a bar: opening, each item, closing, what is left over, and what sticks out beyond the slot. */
export function SlotBar({ round }: { round: PlanRound }) {
  const needed = plannedMinutes(round)
  const over = needed - round.minutes
  const scale = Math.max(needed, round.minutes, 1)
  const parts = [
    { name: "opening", minutes: round.opening, look: "bg-step-1" },
    ...round.items.map((item, at) => ({
      name: item.title,
      minutes: item.minutes,
      look: at % 2 === 0 ? "bg-step-3" : "bg-step-2",
    })),
    { name: "closing", minutes: round.closing, look: "bg-step-1" },
  ]
  const words = over > 0 ? `${over} min too long` : over === 0 ? "fills the slot" : `${-over} min free`
  return (
    <div className="grid gap-1">
      <div
        role="img"
        aria-label={`${needed} of ${round.minutes} minutes planned, ${words}`}
        className="relative flex h-3.5 gap-px bg-sunk"
      >
        {parts.map((part, at) => (
          <span
            key={at}
            title={`${part.name}, ${part.minutes} min`}
            className={part.look}
            style={{ width: `${(100 * part.minutes) / scale}%` }}
          />
        ))}
        <span
          className={`absolute -inset-y-1 w-0.5 ${over > 0 ? "bg-warn" : "bg-ink-2"}`}
          style={{ left: `calc(${(100 * round.minutes) / scale}% - 2px)` }}
        />
      </div>
      <p className="flex justify-between gap-4 text-small text-ink-2">
        <span>
          {needed} of {round.minutes} min
        </span>
        <span className={over > 0 ? "font-semibold text-warn" : undefined}>{words}</span>
      </p>
    </div>
  )
}
