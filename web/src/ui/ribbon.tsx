import { clockFigures } from "./clock-figures.ts"
import { cx } from "./cx.ts"

export type RibbonPart = { id: string; label: string; seconds: number }

export type RibbonProps = {
  label: string
  parts: ReadonlyArray<RibbonPart>
  /** Length of the axis in seconds; what the parts leave empty is time left. */
  total: number
  /** Marked on the axis with a word, e.g. the length aimed at. */
  aim?: number
  activeId?: string
  /** Called as a part is hovered, focused or pressed; with undefined as it is left. */
  onActive?: (id: string | undefined) => void
}

const steps = [1, 2, 5, 10, 15, 30, 60].map((minutes) => minutes * 60)

/** Times for the axis: the widest step that still gives three to six marks, and the end. */
function marks(total: number): number[] {
  const step = steps.find((candidate) => total / candidate <= 6) ?? 3600
  const inner = Array.from({ length: Math.ceil(total / step) }, (_, at) => at * step)
  return [...inner.filter((mark) => total - mark > step / 3), total]
}

/** Parts of a story or a round in proportion, on a time axis. */
export function Ribbon({ label, parts, total, aim, activeId, onActive }: RibbonProps) {
  const axis = Math.max(
    total,
    parts.reduce((sum, part) => sum + part.seconds, 0),
    1,
  )
  const percent = (seconds: number) => `${(seconds / axis) * 100}%`
  return (
    <figure className="relative pb-6" aria-label={label}>
      <ol className="flex h-6" onPointerLeave={() => onActive?.(undefined)}>
        {parts.map((part) => (
          <li
            key={part.id}
            className={cx("pr-px", onActive ? "min-w-6.25" : "min-w-0")}
            style={{ width: percent(part.seconds) }}
          >
            <RibbonBand part={part} active={part.id === activeId} onActive={onActive} />
          </li>
        ))}
      </ol>
      <div aria-hidden="true" className="mt-1.5 border-t border-edge">
        {marks(axis).map((mark) => (
          <span key={mark} className="absolute border-l border-edge pt-1" style={{ left: percent(mark) }}>
            <AxisWord at={mark / axis}>{clockFigures(mark)}</AxisWord>
          </span>
        ))}
      </div>
      {aim !== undefined && (
        <div className="absolute top-0 h-8.75 border-l border-ink" style={{ left: percent(aim) }}>
          <span className="absolute top-full left-0 -translate-x-1/2 bg-paper px-1 text-small whitespace-nowrap">
            {clockFigures(aim)} aim
          </span>
        </div>
      )}
    </figure>
  )
}

function AxisWord({ at, children }: { at: number; children: string }) {
  const shift = at === 0 ? "" : at >= 0.999 ? "-translate-x-full" : "-translate-x-1/2"
  return <span className={cx("absolute top-1 text-small text-ink-3", shift)}>{children}</span>
}

type BandProps = { part: RibbonPart; active: boolean; onActive?: (id: string | undefined) => void }

function RibbonBand({ part, active, onActive }: BandProps) {
  const looks = cx(
    "block h-full w-full truncate px-1.5 text-left text-small leading-6 font-semibold",
    active ? "bg-fill text-on-fill" : "bg-wash text-ink-2",
  )
  const words = (
    <>
      {part.label}
      <span className={active ? "ml-1.5" : "sr-only"}> {clockFigures(part.seconds)}</span>
    </>
  )
  if (!onActive) return <span className={looks}>{words}</span>
  return (
    <button
      type="button"
      aria-pressed={active}
      className={cx(looks, "cursor-pointer")}
      onClick={() => onActive(part.id)}
      onFocus={() => onActive(part.id)}
      onPointerEnter={() => onActive(part.id)}
    >
      {words}
    </button>
  )
}
