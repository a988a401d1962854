import { LEVELS, type Level } from "@backfill/core"
import { useId } from "react"
import { cx } from "../../ui/index.ts"

type LevelSwitchProps = { value: Level; onChange: (level: Level) => void }

/** The level all pages are read at: four words, the chosen one underlined. Arrow keys move as in any group of radios. */
export function LevelSwitch({ value, onChange }: LevelSwitchProps) {
  const name = useId()
  return (
    <fieldset className="flex">
      <legend className="sr-only">Level</legend>
      {LEVELS.map((level) => (
        <label
          key={level}
          className={cx(
            "flex min-h-(--control) cursor-pointer items-center border-b-2 px-2 sm:px-3",
            "has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent",
            level === value ? "border-accent font-semibold" : "border-transparent text-ink-2 hover:text-ink",
          )}
        >
          <input
            type="radio"
            name={name}
            checked={level === value}
            onChange={() => onChange(level)}
            className="sr-only"
          />
          {/* Holds the width of the word when it is set bold, so that nothing moves. */}
          <span className="grid">
            <span aria-hidden="true" className="invisible col-start-1 row-start-1 font-semibold">
              {level}
            </span>
            <span className="col-start-1 row-start-1 text-center">{level}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
