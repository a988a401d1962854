import { useSyncExternalStore } from "react"

export type Theme = "system" | "light" | "dark"

/** Also read by public/before.js, which runs before first paint. */
const storageKey = "backfill.theme"
const listeners = new Set<() => void>()

function isForced(value: unknown): value is "light" | "dark" {
  return value === "light" || value === "dark"
}

function current(): Theme {
  const forced = document.documentElement.dataset.theme
  return isForced(forced) ? forced : "system"
}

/** Shows a theme at once and remembers it on this device; `system` follows the machine again. */
export function setTheme(theme: Theme): void {
  if (isForced(theme)) document.documentElement.dataset.theme = theme
  else delete document.documentElement.dataset.theme
  try {
    if (isForced(theme)) localStorage.setItem(storageKey, theme)
    else localStorage.removeItem(storageKey)
  } catch {
    // Storage may be blocked; the choice then lasts until the page is left.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The theme chosen on this device. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, current)
}
