import { z } from "zod"

/**
 * Where a piece of evidence lies, for good: `attempt/artifact@digest#selector`.
 * The digest is the SHA-256 of the artifact in hex, so that an address never comes to mean other content.
 * A selector is a range of a text in UTF-16 units (`text=120-245`), a time range of a recording in seconds (`time=31.5-52`),
 * or the id of an object in a result (`id=row-4`).
 */
export type Selector =
  | { kind: "text"; start: number; end: number }
  | { kind: "time"; start: number; end: number }
  | { kind: "object"; id: string }

export interface EvidenceAddress {
  attempt: string
  artifact: string
  digest: string
  selector: Selector
}

const ADDRESS =
  /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([A-Za-z0-9][A-Za-z0-9._-]{0,127})@([0-9a-f]{64})#(.+)$/
const NUMBER = "(0|[1-9]\\d{0,8})"
const TEXT = new RegExp(`^text=${NUMBER}-${NUMBER}$`)
const TIME = /^time=((?:0|[1-9]\d{0,5})(?:\.\d{1,3})?)-((?:0|[1-9]\d{0,5})(?:\.\d{1,3})?)$/
const OBJECT = /^id=([A-Za-z0-9][A-Za-z0-9._:-]{0,127})$/

/** Reads a selector; `undefined` when it is none, or its range is empty or backwards. */
export function parseSelector(text: string): Selector | undefined {
  const range = TEXT.exec(text) ?? TIME.exec(text)
  if (range) {
    const [start, end] = [Number(range[1]), Number(range[2])]
    return start < end ? { kind: text.startsWith("text") ? "text" : "time", start, end } : undefined
  }
  const object = OBJECT.exec(text)
  return object?.[1] === undefined ? undefined : { kind: "object", id: object[1] }
}

export function formatSelector(selector: Selector): string {
  if (selector.kind === "object") return `id=${selector.id}`
  return `${selector.kind}=${selector.start}-${selector.end}`
}

/** Reads an address; `undefined` when it isn't one. */
export function parseEvidence(text: string): EvidenceAddress | undefined {
  const parts = ADDRESS.exec(text)
  const selector = parts?.[4] === undefined ? undefined : parseSelector(parts[4])
  if (!parts || !selector) return undefined
  return { attempt: parts[1] as string, artifact: parts[2] as string, digest: parts[3] as string, selector }
}

export function formatEvidence({ attempt, artifact, digest, selector }: EvidenceAddress): string {
  return `${attempt}/${artifact}@${digest}#${formatSelector(selector)}`
}

/** An address as text, for requests and stored rows. */
export const EvidenceAddressText = z
  .string()
  .max(400)
  .refine(
    (text) => parseEvidence(text) !== undefined,
    "This isn't the address of a piece of evidence. Pick the part again.",
  )

/** The words a text selector points at; `null` for other selectors, and when the range isn't inside the text. */
export function quoteOf(text: string, selector: Selector): string | null {
  if (selector.kind !== "text" || selector.end > text.length) return null
  return text.slice(selector.start, selector.end)
}
