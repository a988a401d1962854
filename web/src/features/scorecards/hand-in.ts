import type { Attempt } from "@backfill/contract"
import { formatEvidence, parseEvidence } from "@backfill/core"
import type { Range } from "../screening/text-parts.ts"
import type { Offer } from "./judged.ts"

/** The try at an exercise that is in and holds anything; undefined while there is nothing to cite. */
export function handInOf(attempts: ReadonlyArray<Attempt>, exerciseId: string): Attempt | undefined {
  const attempt = attempts.find((one) => one.exerciseId === exerciseId)
  const isIn = attempt?.state === "submitted" || attempt?.state === "expired"
  const holds = attempt !== undefined && (attempt.text.trim() !== "" || attempt.files.length > 0)
  return isIn && (holds || attempt.type === "video-response") ? attempt : undefined
}

/** A passage of the text as it is cited: its address holds these very bytes, or nothing. */
export function passageOffer({ id, text, textArtifact, textDigest }: Attempt, range: Range): Offer {
  const selector = { kind: "text" as const, ...range }
  return {
    kind: "attempt",
    ref: formatEvidence({ attempt: id, artifact: textArtifact, digest: textDigest, selector }),
    quote: text.slice(range.start, range.end),
    second: undefined,
  }
}

/** Each handed-in file, to be cited as a whole. */
export function fileOffers({ id, files }: Attempt): Offer[] {
  return files.map((file) => ({
    kind: "attempt",
    ref: formatEvidence({
      attempt: id,
      artifact: file.id,
      digest: file.digest,
      selector: { kind: "whole" },
    }),
    quote: file.name,
    second: undefined,
  }))
}

/** Where in this text the citations point that point into it. */
export function passagesIn(
  { id, textDigest }: Attempt,
  cited: ReadonlyArray<{ kind: string; ref: string }>,
): Range[] {
  return cited.flatMap(({ kind, ref }) => {
    const address = kind === "attempt" ? parseEvidence(ref) : null
    if (address?.attempt !== id || address.digest !== textDigest) return []
    const { selector } = address
    return selector.kind === "text" ? [{ start: selector.start, end: selector.end }] : []
  })
}
