import { chordsOf, type KeyPress } from "./chord.ts"

/** One shortcut of the page. `run` may return false to let the press through to the browser. */
export type KeyAction = {
  /** What it does, as the dialog behind `?` lists it: "Next question". */
  label: string
  run: () => unknown
  /** Also while typing. Only for chords with `mod` or for Escape; a bare letter would be lost to the text. */
  whileTyping?: boolean
  /** Also while a key is held down, e.g. to move through a list. */
  repeats?: boolean
}

/** Shortcuts by how they are pressed: `n`, `shift+3`, `mod+enter`, or `g o` for one after the other. */
export type KeyMap = Readonly<Record<string, KeyAction>>

export type ListedKey = { keys: string; label: string }
type Page = { group: string; keys: () => KeyMap }

/** After the first key of two, how long the second may take. */
const pause = 1200

/** The shortcuts that hold now. What belongs to a page wins over what holds everywhere, the latest over the earlier. */
export class KeyBook {
  readonly #pages: Page[] = []
  #first: { chord: string; at: number } | undefined

  /**
   * Opens a page of shortcuts; the returned function closes it. `keys` is asked anew at each press.
   * `everywhere` puts it under all that belongs to a page, whichever was mounted first.
   */
  open(group: string, keys: () => KeyMap, everywhere = false): () => void {
    const page = { group, keys }
    if (everywhere) this.#pages.unshift(page)
    else this.#pages.push(page)
    return () => {
      const at = this.#pages.indexOf(page)
      if (at >= 0) this.#pages.splice(at, 1)
    }
  }

  /** All shortcuts by group, the latest first; one that is covered by a later page is left out. */
  list(): Array<{ group: string; keys: ListedKey[] }> {
    const seen = new Set<string>()
    const groups = new Map<string, ListedKey[]>()
    for (const page of this.#pages.toReversed()) {
      for (const [keys, { label }] of Object.entries(page.keys())) {
        if (seen.has(keys)) continue
        seen.add(keys)
        groups.set(page.group, [...(groups.get(page.group) ?? []), { keys, label }])
      }
    }
    return [...groups].map(([group, keys]) => ({ group, keys }))
  }

  /** Hears a press at `now` (ms); returns whether it was a shortcut, and so is used up. */
  hear(press: KeyPress & { repeat?: boolean }, now: number, typing: boolean, onApple: boolean): boolean {
    const chords = chordsOf(press, onApple)
    const first = this.#first && now - this.#first.at <= pause ? `${this.#first.chord} ` : ""
    this.#first = undefined
    const action = this.#find(chords.map((chord) => first + chord)) ?? this.#find(chords)
    if (action && (!typing || action.whileTyping) && (!press.repeat || action.repeats)) {
      return action.run() !== false
    }
    const chord = chords.find((candidate) => this.#begins(candidate))
    if (!typing && !press.repeat && chord !== undefined) {
      this.#first = { chord, at: now }
      return true
    }
    return false
  }

  #find(chords: string[]): KeyAction | undefined {
    for (const page of this.#pages.toReversed()) {
      const keys = page.keys()
      const chord = chords.find((candidate) => Object.hasOwn(keys, candidate))
      if (chord !== undefined) return keys[chord]
    }
    return undefined
  }

  #begins(chord: string): boolean {
    return this.#pages.some((page) => Object.keys(page.keys()).some((keys) => keys.startsWith(`${chord} `)))
  }
}
