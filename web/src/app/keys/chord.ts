/** What a shortcut needs to know of a keydown; a KeyboardEvent fits. */
export type KeyPress = {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

const named: Record<string, string> = {
  " ": "space",
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
}

/**
 * How a press may be written in a shortcut, likeliest first: `k`, `mod+k`, `shift+3`, `?`, `space`, `escape`.
 * `mod` is ⌘ on Apple machines and Ctrl elsewhere. A digit is known by its place, so `shift+3` is the same on every
 * layout; any other sign by what it types, so that `?` works wherever it sits.
 */
export function chordsOf(press: KeyPress, onApple: boolean): string[] {
  const mod = onApple ? press.metaKey : press.ctrlKey
  const foreign = onApple ? press.ctrlKey : press.metaKey
  if (foreign) return []
  const held = `${mod ? "mod+" : ""}${press.altKey ? "alt+" : ""}`
  const shift = press.shiftKey ? "shift+" : ""
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(press.code)?.[1]
  const sign = named[press.key] ?? press.key.toLowerCase()
  const typesItself = sign.length === 1 && !/[\p{L}\d]/u.test(sign)
  const bySign = `${held}${typesItself ? "" : shift}${sign}`
  return digit === undefined ? [bySign] : [...new Set([`${held}${shift}${digit}`, bySign])]
}
