import type { SpokenPart } from "@backfill/contract"
import { useKeys } from "../../app/index.ts"
import type { NotesInHand } from "./use-notes.ts"
import { type Player, STEP_MS } from "./use-player.ts"

/** The letters of the parts, in the order they are told. */
export const PART_KEYS: ReadonlyArray<{ key: string; part: SpokenPart["part"]; name: string }> = [
  { key: "s", part: "situation", name: "Situation" },
  { key: "t", part: "task", name: "Task" },
  { key: "a", part: "action", name: "Action" },
  { key: "r", part: "result", name: "Result" },
  { key: "h", part: "hardening", name: "Hardening" },
]

/** Everything of a rehearsal by keys, while nothing is typed. The letters of the parts hold while it plays only. */
export function useListeningKeys(player: Player, own: NotesInHand, durationMs: number): void {
  const onControl = () => document.activeElement?.matches("button, summary, select, a, video") === true
  const parts = PART_KEYS.map(({ key, part, name }) => [
    key,
    {
      label: `${name} begins here, while it plays`,
      run: () => (player.playing ? own.tell(part, player.now(), durationMs) : false),
    },
  ])
  useKeys(
    {
      space: { label: "Play and pause", run: () => (onControl() ? false : player.toggle()) },
      left: { label: "Five seconds back", run: () => player.by(-STEP_MS), repeats: true },
      right: { label: "Five seconds on", run: () => player.by(STEP_MS), repeats: true },
      f: { label: "Faster", run: () => player.faster(1) },
      d: { label: "Slower", run: () => player.faster(-1) },
      m: { label: "It rambles here", run: () => own.mark("ramble", player.now()) },
      u: { label: "An “uh” here", run: () => own.mark("hesitation", player.now()) },
      z: { label: "Take the last mark back", run: () => own.undo() },
      ...(Object.fromEntries(parts) as Record<string, { label: string; run: () => unknown }>),
    },
    "Listening back",
  )
}
