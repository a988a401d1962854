import { useId } from "react"
import { cx } from "./cx.ts"
import { setTheme, type Theme, useTheme } from "./theme.ts"

const choices: ReadonlyArray<{ theme: Theme; label: string }> = [
  { theme: "system", label: "Auto" },
  { theme: "light", label: "Light" },
  { theme: "dark", label: "Dark" },
]

/** Light, dark, or as the machine has it; remembered on this device. */
export function ThemeToggle() {
  const chosen = useTheme()
  const name = useId()
  return (
    <fieldset className="flex gap-3 text-small">
      <legend className="sr-only">Theme</legend>
      {choices.map(({ theme, label }) => (
        <label
          key={theme}
          className={cx(
            "cursor-pointer border-b py-1 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
            theme === chosen ? "border-accent text-ink" : "border-transparent text-ink-2 hover:text-ink",
          )}
        >
          <input
            type="radio"
            name={name}
            checked={theme === chosen}
            onChange={() => setTheme(theme)}
            className="sr-only"
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
