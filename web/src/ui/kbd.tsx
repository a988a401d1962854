import { isApple } from "./platform.ts"

const apple: Record<string, string> = { mod: "⌘", alt: "⌥", shift: "⇧", enter: "⏎", escape: "esc" }
const others: Record<string, string> = {
  mod: "Ctrl",
  alt: "Alt",
  shift: "Shift",
  enter: "Enter",
  escape: "Esc",
}
const anywhere: Record<string, string> = { up: "↑", down: "↓", left: "←", right: "→", space: "Space" }

export type KbdLook = "boxed" | "filled" | "bare"
const looks: Record<KbdLook, string> = {
  boxed: "rounded-control border border-rule px-1.25 text-ink-3",
  filled: "rounded-control border border-current/60 px-1.25",
  bare: "text-ink-3",
}

/** How one key is written on this machine: `mod` is ⌘ or Ctrl, a letter stays as it is. */
export function keyName(key: string, onApple: boolean = isApple): string {
  return anywhere[key] ?? (onApple ? apple : others)[key] ?? key
}

/**
 * A key, or several: `keys="g o"` is one after the other, `keys="mod+enter"` is together. Quieter than its word.
 * `filled` takes the colour of the button it stands on; `bare` leaves the hairline out, for many under one another.
 */
export function Kbd({ keys, look = "boxed" }: { keys: string; look?: KbdLook }) {
  return (
    <span className="inline-flex shrink-0 gap-1">
      {keys.split(" ").map((chord, at) => (
        <kbd
          key={`${chord}-${at}`}
          className={`font-mono text-[0.75rem]/4 font-normal whitespace-nowrap ${looks[look]}`}
        >
          {chord
            .split("+")
            .map((key, _, chordKeys) =>
              chordKeys.length > 1 && key.length === 1 ? key.toUpperCase() : keyName(key),
            )
            .join(" ")}
        </kbd>
      ))}
    </span>
  )
}
