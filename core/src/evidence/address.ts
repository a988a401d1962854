import { z } from "zod"

/**
 * An immutable address of a piece of evidence, written `attempt/artifact@digest#selector`, e.g.
 * `7d1f…/notes@9c56…#text=120-188`. The digest (SHA-256 of the artifact's bytes, 64 hex digits) makes it immutable: it
 * points into exactly those bytes or nowhere.
 */

const Whole = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
// A lone surrogate has no UTF-8, so it can't be written into an address.
const Name = z
  .string()
  .min(1)
  .max(200)
  .refine((name) => name.isWellFormed(), "Contains half of a character")

const forwards = ({ start, end }: { start: number; end: number }): boolean => start <= end
const BACKWARDS = "The range ends before it starts"

/**
 * `text`: UTF-16 code units, end excluded. `time`: milliseconds of a recording. `object`: an id in a result. `whole`: all
 * of the artifact, for files nobody can point into.
 */
export const EvidenceSelector = z.union([
  z.strictObject({ kind: z.literal("text"), start: Whole, end: Whole }).refine(forwards, BACKWARDS),
  z.strictObject({ kind: z.literal("time"), start: Whole, end: Whole }).refine(forwards, BACKWARDS),
  z.strictObject({ kind: z.literal("object"), id: Name }),
  z.strictObject({ kind: z.literal("whole") }),
])
export type EvidenceSelector = z.infer<typeof EvidenceSelector>

export const Evidence = z.strictObject({
  attempt: Name,
  artifact: Name,
  digest: z.string().regex(/^[0-9a-f]{64}$/u, "Not a SHA-256 digest in hex"),
  selector: EvidenceSelector,
})
export type Evidence = z.infer<typeof Evidence>

/** The address in writing. Throws a ZodError for what `Evidence` refuses. */
export function formatEvidence(evidence: Evidence): string {
  const { attempt, artifact, digest, selector } = Evidence.parse(evidence)
  return `${encodeURIComponent(attempt)}/${encodeURIComponent(artifact)}@${digest}#${formatSelector(selector)}`
}

/** The address read back; `null` for anything `formatEvidence` wouldn't have written. Never throws. */
export function parseEvidence(address: string): Evidence | null {
  const match = /^([^/@#]+)\/([^/@#]+)@([0-9a-f]{64})#(.+)$/su.exec(address)
  if (!match) return null
  const [, attempt = "", artifact = "", digest = "", selector = ""] = match
  const parts = {
    attempt: decode(attempt),
    artifact: decode(artifact),
    digest,
    selector: parseSelector(selector),
  }
  const parsed = Evidence.safeParse(parts)
  // One piece, one spelling: an escaped letter would make a second address of it.
  return parsed.success && formatEvidence(parsed.data) === address ? parsed.data : null
}

/** The part after `#`: `text=120-188`, `time=31500-52000`, `object=row-4` or `whole`. */
export function formatSelector(selector: EvidenceSelector): string {
  if (selector.kind === "whole") return "whole"
  if (selector.kind === "object") return `object=${encodeURIComponent(selector.id)}`
  return `${selector.kind}=${selector.start}-${selector.end}`
}

/** A selector read back; `null` for anything `formatSelector` wouldn't have written. Never throws. */
export function parseSelector(text: string): EvidenceSelector | null {
  if (text === "whole") return { kind: "whole" }
  const range = /^(text|time)=(\d{1,16})-(\d{1,16})$/u.exec(text)
  const object = /^object=(.+)$/su.exec(text)
  const parsed = EvidenceSelector.safeParse(
    range
      ? { kind: range[1], start: Number(range[2]), end: Number(range[3]) }
      : { kind: "object", id: object && decode(object[1] ?? "") },
  )
  return parsed.success && formatSelector(parsed.data) === text ? parsed.data : null
}

/** An address as a string, for bodies and rows. */
export const EvidenceAddress = z
  .string()
  .max(4000)
  .refine(
    (address) => parseEvidence(address) !== null,
    "This isn’t the address of a piece of evidence. Pick the part again.",
  )

/** The words a text address points at, or `null` when the text is too short or the selector isn't for text. */
export function quoteOf(text: string, selector: EvidenceSelector): string | null {
  if (selector.kind === "whole") return text
  if (selector.kind !== "text" || selector.end > text.length) return null
  return text.slice(selector.start, selector.end)
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
