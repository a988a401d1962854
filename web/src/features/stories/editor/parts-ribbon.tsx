import type { Part } from "@backfill/coach"
import { useState } from "react"
import { clockFigures, cx } from "../../../ui/index.ts"
import type { Band } from "./parts.ts"
import { minutesAndSeconds } from "./words.ts"

export type PartsRibbonProps = {
  bands: readonly Band[]
  spoken: { min: number; max: number }
  /** Seconds aimed at, and allowed at most. */
  aim: number
  limit: number
  lit: Part | undefined
  onLit: (part: Part | undefined) => void
}

/** Shades in the order of telling; what belongs to none is hatched. The letter always stands in the band. */
export const PART_LOOKS: Record<Part, string> = {
  situation: "bg-step-1 text-on-step-low",
  task: "bg-step-2 text-on-step-low",
  action: "bg-step-3 text-on-step-low",
  result: "bg-step-4 text-on-step-high",
  hardening: "bg-step-5 text-on-step-high",
  other: "text-ink-2 bg-[repeating-linear-gradient(135deg,var(--color-rule)_0_1px,transparent_1px_5px)]",
}

const percent = (seconds: number, axis: number) => `${(seconds / axis) * 100}%`

/** Marks along the axis: whole minutes (or as many as fit), without those that would run into the aim or the limit. */
function minutesOn(axis: number, aim: number, limit: number): number[] {
  const step = 60 * Math.max(1, Math.ceil(axis / 360))
  const all = Array.from({ length: Math.floor(axis / step) + 1 }, (_, i) => i * step)
  return all.filter((at) => [aim, limit].every((taken) => Math.abs(at - taken) / axis > 0.1))
}

/**
 * The parts of a story in proportion on a time axis, in the order S T A R H; what they leave empty is time left. A part too
 * short to be pressed is drawn a little wider than it is.
 */
export function PartsRibbon({ bands, spoken, aim, limit, lit, onLit }: PartsRibbonProps) {
  const [pinned, setPinned] = useState<Part>()
  const total = bands.reduce((sum, { seconds }) => sum + seconds, 0)
  const axis = Math.max(limit, total, spoken.max)
  return (
    <figure aria-label="Parts of the story" className="relative pb-6">
      <ul
        className="flex h-6"
        onPointerLeave={() => onLit(pinned)}
        onBlur={() => {
          setPinned(undefined)
          onLit(undefined)
        }}
      >
        {bands.map((band) => (
          <li key={band.part} className="min-w-6.25 pr-px" style={{ width: percent(band.seconds, axis) }}>
            <BandKey
              band={band}
              lit={band.part === lit}
              onLight={() => onLit(band.part)}
              onPin={() => {
                const next = pinned === band.part ? undefined : band.part
                setPinned(next)
                onLit(next)
              }}
            />
          </li>
        ))}
      </ul>
      <div aria-hidden="true" className="mt-1.5 border-t border-edge text-small text-ink-3">
        {total > 0 && (
          <span
            className="absolute -mt-0.5 border-t-3 border-accent"
            style={{
              left: percent(spoken.min, axis),
              width: `max(2px, ${percent(spoken.max - spoken.min, axis)})`,
            }}
          />
        )}
        {minutesOn(axis, aim, limit).map((at) => (
          <Mark key={at} at={at / axis} words={clockFigures(at)} />
        ))}
        {aim < axis && (
          <Mark
            at={aim / axis}
            words={`${clockFigures(aim)} aim`}
            tall
            to={axis > limit ? "left" : undefined}
          />
        )}
        <Mark
          at={limit / axis}
          words={axis > limit ? `${clockFigures(limit)} limit` : clockFigures(limit)}
          tall={axis > limit}
          to={axis > limit ? "right" : undefined}
        />
      </div>
    </figure>
  )
}

type MarkProps = {
  at: number
  words: string
  tall?: boolean
  /** On which side its words stand, where the next mark is close; else they stand under it. */
  to?: "left" | "right"
}

function Mark({ at, words, tall = false, to }: MarkProps) {
  const shift =
    at === 0 || to === "right" ? "" : at >= 0.999 || to === "left" ? "-translate-x-full" : "-translate-x-1/2"
  return (
    <>
      <span
        className={cx("absolute border-l", tall ? "top-0 h-8.75 border-ink" : "h-1.25 border-edge")}
        style={{ left: at >= 0.999 ? "calc(100% - 1px)" : `${at * 100}%` }}
      />
      <span
        className={cx("absolute top-9 whitespace-nowrap", shift, tall && "text-ink")}
        style={{ left: `${at * 100}%` }}
      >
        {words}
      </span>
    </>
  )
}

type BandKeyProps = { band: Band; lit: boolean; onLight: () => void; onPin: () => void }

function BandKey({ band, lit, onLight, onPin }: BandKeyProps) {
  const { part, letter, name, means, words, sentences, seconds } = band
  const spoken = minutesAndSeconds(seconds)
  return (
    <button
      type="button"
      aria-pressed={lit}
      aria-label={`${name}: ${words} ${words === 1 ? "word" : "words"} in ${sentences} ${sentences === 1 ? "sentence" : "sentences"}, ${spoken}`}
      title={`${name}: ${means}`}
      className={cx(
        "@container relative block h-full w-full cursor-pointer overflow-hidden text-left text-small leading-6 font-semibold whitespace-nowrap",
        PART_LOOKS[part],
        lit && "shadow-[inset_0_-3px_var(--color-ink)]",
      )}
      onClick={onPin}
      onFocus={onLight}
      onPointerEnter={onLight}
    >
      <span className="px-1.5">
        {letter}
        <span className="hidden @min-[6rem]:inline">{name.slice(1)}</span>
        {lit && <span className="ml-1.5 hidden font-normal @min-[4rem]:inline">{spoken}</span>}
      </span>
    </button>
  )
}
