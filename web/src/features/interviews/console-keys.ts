import type { KeyAction, KeyMap } from "../../app/index.ts"
import { probeKeys } from "./probes.tsx"

export type ConsoleActions = {
  go: (step: 1 | -1) => void
  /** From 1; negative for a warning sign. */
  toggleSign: (index: number) => void
  /** From 1. */
  probe: (index: number) => unknown
  skip: () => void
  toggleOpen: () => void
  toNote: () => void
  leaveNote: () => void
  /** Where an exercise has facts to look up; false lets the press through to the browser. */
  findFact?: () => unknown
  /** Where an exercise has something to bring in at its moment. */
  cue?: () => void
  /** Where an exercise has things that are never said. */
  never?: () => void
}

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/** The keys of the console. While a note has the focus only chords with a modifier hold, and Escape. */
export function consoleKeys(act: ConsoleActions): KeyMap {
  const next = { label: "Next question", run: () => act.go(1) }
  const previous = { label: "Previous question", run: () => act.go(-1) }
  const always = (action: KeyAction): KeyAction => ({ ...action, whileTyping: true })
  const signs = digits.flatMap(
    (digit): Array<[string, KeyAction]> => [
      [`${digit}`, { label: `Good sign ${digit}`, run: () => act.toggleSign(digit) }],
      [`shift+${digit}`, { label: `Warning sign ${digit}`, run: () => act.toggleSign(-digit) }],
    ],
  )
  const probes = probeKeys.map((key, at): [string, KeyAction] => [
    key,
    { label: `Probe ${key} asked`, run: () => act.probe(at + 1) },
  ])
  const part: KeyMap = {
    ...(act.findFact && {
      f: { label: "Find a fact", run: act.findFact },
      "mod+f": always({ label: "Find a fact; again, the browser’s own search", run: act.findFact }),
    }),
    ...(act.cue && { t: { label: "Brought in, or take it back", run: act.cue } }),
    ...(act.never && { m: { label: "All that is never said", run: act.never } }),
  }
  return {
    ...part,
    "mod+enter": always(next),
    "mod+shift+enter": always(previous),
    "alt+down": always(next),
    "alt+up": always(previous),
    "mod+down": always(next),
    "mod+up": always(previous),
    escape: always({ label: "Leave the note", run: act.leaveNote }),
    i: { label: "Back to the note", run: act.toNote },
    "/": { label: "Back to the note", run: act.toNote },
    n: next,
    p: previous,
    j: next,
    k: previous,
    e: { label: "Show or hide expectations", run: act.toggleOpen },
    s: { label: "Skip this question, or take the skip back", run: act.skip },
    ...Object.fromEntries(probes),
    ...Object.fromEntries(signs),
  }
}
