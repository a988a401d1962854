import type { Part } from "@backfill/coach"
import { clockFigures, cx } from "../../ui/index.ts"
import { PARTS } from "../stories/editor/parts.ts"
import { PART_LOOKS } from "../stories/editor/parts-ribbon.tsx"
import { placed, Playhead } from "./row.tsx"

type RibbonRowProps = {
  label: string
  parts: readonly { fromMs: number; toMs: number; part: Part }[]
  durationMs: number
}

/** The parts of a story where they were told, in the shades of the editor’s ribbon; the letter stands in each. */
export function RibbonRow({ label, parts, durationMs }: RibbonRowProps) {
  const shown = (part: Part) => PARTS.find((one) => one.part === part)
  const words = parts.map(({ part, fromMs }) => `${shown(part)?.name} from ${clockFigures(fromMs / 1000)}`)
  return (
    <div role="img" aria-label={`${label}: ${words.join(", ")}`} className="relative h-6 overflow-x-clip">
      {parts.map(({ part, fromMs, toMs }) => (
        <span
          key={fromMs}
          className={cx(
            "absolute inset-y-0 overflow-hidden border-r border-paper px-1 text-small leading-6 font-semibold",
            PART_LOOKS[part],
          )}
          style={{ left: placed(fromMs, durationMs), width: placed(toMs - fromMs, durationMs) }}
        >
          {shown(part)?.letter}
        </span>
      ))}
      <Playhead />
    </div>
  )
}
