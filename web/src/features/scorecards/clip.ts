import type { Attempt, HandedRecording } from "@backfill/contract"
import { formatEvidence, parseEvidence } from "@backfill/core"
import { clockFigures } from "../../ui/index.ts"
import type { Offer } from "./judged.ts"

/** A part of a recording, in ms; an end that isn't set yet is undefined. */
export type Clip = { from: number | undefined; to: number | undefined }
export type WholeClip = { from: number; to: number }

/** Begins the part here. An end that would lie before it goes. */
export const fromHere = ({ to }: Clip, now: number): Clip => ({
  from: now,
  to: to !== undefined && to > now ? to : undefined,
})

/** Ends the part here. A beginning that would lie after it goes, so that what was heard first is never lost. */
export const toHere = ({ from }: Clip, now: number): Clip => ({
  from: from === undefined || from >= now ? Math.max(0, now - LOOK_BACK_MS) : from,
  to: now,
})
/** Whoever ends a part they never began heard something just now. */
const LOOK_BACK_MS = 10_000

/** The part to cite: whole milliseconds within the recording; undefined while it has no length. */
export function wholeClip({ from, to }: Clip, durationMs: number | null): WholeClip | undefined {
  if (from === undefined || to === undefined) return undefined
  const last = durationMs ?? Number.MAX_SAFE_INTEGER
  const [start, end] = [Math.max(0, Math.floor(from)), Math.min(last, Math.ceil(to))]
  return start < end ? { from: start, to: end } : undefined
}

/** A part as people say it: “0:31 to 0:52”. */
export const clipWords = ({ from, to }: WholeClip): string =>
  `${clockFigures(Math.floor(from / 1000))} to ${clockFigures(Math.ceil(to / 1000))}`

/** A part of a handed-in recording as it is cited; undefined while its file may still change. */
export function clipOffer(
  { id }: Pick<Attempt, "id">,
  { artifact, digest }: Pick<HandedRecording, "artifact" | "digest">,
  clip: WholeClip,
  words: string,
): Offer | undefined {
  if (digest === null) return undefined
  const selector = { kind: "time" as const, start: clip.from, end: clip.to }
  return {
    kind: "attempt",
    ref: formatEvidence({ attempt: id, artifact, digest, selector }),
    quote: [clipWords(clip), words.trim()].filter(Boolean).join(": "),
    second: undefined,
  }
}

/** The parts of this recording that are cited, in the order they are heard. */
export function clipsIn(
  { id }: Pick<Attempt, "id">,
  { artifact, digest }: Pick<HandedRecording, "artifact" | "digest">,
  cited: ReadonlyArray<{ kind: string; ref: string }>,
): WholeClip[] {
  return cited
    .flatMap(({ kind, ref }) => {
      const address = kind === "attempt" ? parseEvidence(ref) : null
      if (address?.attempt !== id || address.artifact !== artifact || address.digest !== digest) return []
      const { selector } = address
      return selector.kind === "time" ? [{ from: selector.start, to: selector.end }] : []
    })
    .toSorted((one, other) => one.from - other.from)
}
