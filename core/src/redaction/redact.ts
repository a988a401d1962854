import { fold } from "./fold.ts"
import { findNames, occurrences } from "./names.ts"
import type { Stretch } from "./names.ts"
import {
  findAddresses,
  findBirth,
  findEmails,
  findGraduationYears,
  findLinks,
  findPersonal,
  findPhones,
  whole,
} from "./patterns.ts"
import { findPronouns } from "./pronouns.ts"

/** What stands in place of each kind of thing; a pronoun is replaced by a neutral one instead. */
export const REDACTION_LABELS = {
  name: "[name]",
  email: "[e-mail]",
  phone: "[phone]",
  link: "[link]",
  address: "[address]",
  birth: "[birth]",
  personal: "[personal]",
  year: "[year]",
} as const
export type RedactionKind = keyof typeof REDACTION_LABELS | "pronoun"

/** What the applicant gave in the form; each may be empty or missing. */
export interface Applicant {
  name?: string
  email?: string
  phone?: string
}

export interface RedactionOptions {
  /** Also years on lines about degrees and schools, which tell an age. Off by default: they tell experience too. */
  years?: boolean
  /** English pronouns become they, them, their. On by default. */
  pronouns?: boolean
}

/** What was replaced: UTF-16 range in the original text, and the range of what stands there in the redacted one. */
export interface RedactionSpan extends Stretch {
  kind: RedactionKind
  redactedStart: number
  redactedEnd: number
}

export interface Redacted {
  text: string
  /** In order, without overlap. */
  spans: RedactionSpan[]
}

/**
 * A résumé without what tells who its writer is. Redacting its result again changes nothing. Never throws.
 *
 * It removes what is known (name, address for mail, telephone) in every spelling it can think of, and what has a telling
 * shape or label. It doesn't see: photographs; nicknames, maiden names and names of other people; a first name that is an
 * everyday word in lower case; gendered words other than English pronouns (waitress, Kauffrau); towns, schools, employers
 * and clubs; streets and postcodes of unusual shape; texts of a script without spaces where the name is one character.
 */
export function redactResume(text: string, applicant: Applicant, options: RedactionOptions = {}): Redacted {
  let pieces: Piece[] = [{ text, start: 0, end: text.length, kind: null }]
  // What was replaced may bare more (a name glued to a number), so it goes on until a pass finds nothing.
  for (;;) {
    const now = pieces.map((piece) => piece.text).join("")
    const findings = find(now, applicant, options)
    if (findings.length === 0) return finish(pieces)
    pieces = replaceAll(pieces, findings)
  }
}

/** A piece of the redacted text with the range of the original it stands for. `kind` null: as written. */
interface Piece extends Stretch {
  text: string
  kind: RedactionKind | null
}

interface Finding extends Stretch {
  kind: RedactionKind
  by: string
}

const LABEL = new RegExp(
  Object.values(REDACTION_LABELS)
    .map((label) => label.replace(/[[\]]/gu, "\\$&"))
    .join("|"),
  "gu",
)

/** Findings of one pass in order, without overlap; where two overlap the surer kind wins. Labels are never touched. */
function find(
  text: string,
  applicant: Applicant,
  { years = false, pronouns = true }: RedactionOptions,
): Finding[] {
  const { name = "", email = "", phone = "" } = applicant
  const labelled = (kind: keyof typeof REDACTION_LABELS, stretches: Stretch[]): Finding[] =>
    stretches.map((stretch) => ({ ...stretch, kind, by: REDACTION_LABELS[kind] }))
  const candidates = [
    ...labelled("email", [
      ...findEmails(text),
      ...(email.includes("@") ? occurrences(fold(text), fold(email).text) : []),
    ]),
    ...labelled("link", findLinks(text)),
    ...labelled("birth", findBirth(text)),
    ...labelled("personal", findPersonal(text)),
    ...labelled("phone", findPhones(text, phone)),
    ...labelled("address", findAddresses(text)),
    ...labelled("name", [...findMailbox(text, email), ...findNames(text, name)]),
    ...labelled("year", years ? findGraduationYears(text) : []),
    ...(pronouns ? findPronouns(text).map((found) => ({ ...found, kind: "pronoun" as const })) : []),
  ]
  const taken = new Uint8Array(text.length)
  for (const { start, end } of whole(text, LABEL)) taken.fill(1, start, end)
  const kept = candidates.filter((finding) => {
    if (finding.start >= finding.end || taken.subarray(finding.start, finding.end).includes(1)) return false
    taken.fill(1, finding.start, finding.end)
    return true
  })
  return kept.toSorted((a, b) => a.start - b.start)
}

/** Mailboxes shared by many; as words they tell nothing of a person. */
const COMMON = new Set([
  "admin",
  "career",
  "contact",
  "data",
  "engineer",
  "hello",
  "info",
  "jobs",
  "mail",
  "office",
  "resume",
])

/** The part of the address before the @, which people use as a name elsewhere. */
function findMailbox(text: string, email: string): Stretch[] {
  const mailbox = fold(email.split("@")[0] ?? "").text
  if (mailbox.length < 4 || COMMON.has(mailbox)) return []
  const edge = (at: number): boolean => !/[\p{L}\p{N}]/u.test(text.charAt(at))
  return occurrences(fold(text), mailbox).filter(({ start, end }) => edge(start - 1) && edge(end))
}

/**
 * Puts the replacements of all findings into the pieces, in one sweep over both. A replaced piece that a finding touches
 * is taken in whole by the first that does.
 */
function replaceAll(pieces: readonly Piece[], findings: readonly Finding[]): Piece[] {
  const result: Piece[] = []
  let made: Piece | null = null
  let next = 0
  let at = 0
  for (const piece of pieces) {
    const pieceEnd = at + piece.text.length
    const asWritten = piece.kind === null
    const original = (position: number): number => piece.start + position - at
    let cursor = at
    for (let finding = findings[next]; finding && finding.start < pieceEnd; finding = findings[next]) {
      const from = Math.max(finding.start, at)
      const to = Math.min(finding.end, pieceEnd)
      if (asWritten && from > cursor) {
        result.push({
          ...piece,
          text: piece.text.slice(cursor - at, from - at),
          start: original(cursor),
          end: original(from),
        })
      }
      const start = asWritten ? original(from) : piece.start
      const end = asWritten ? original(to) : piece.end
      const takenBefore = !asWritten && cursor > at
      if (made) made.end = end
      else if (!takenBefore) result.push((made = { text: finding.by, start, end, kind: finding.kind }))
      cursor = to
      if (finding.end > pieceEnd) break
      made = null
      next += 1
    }
    if (cursor === at) result.push(piece)
    else if (asWritten && cursor < pieceEnd) {
      result.push({ ...piece, text: piece.text.slice(cursor - at), start: original(cursor) })
    }
    at = pieceEnd
  }
  return result
}

function finish(pieces: readonly Piece[]): Redacted {
  const spans: RedactionSpan[] = []
  let at = 0
  for (const { text, start, end, kind } of pieces) {
    if (kind) spans.push({ start, end, kind, redactedStart: at, redactedEnd: at + text.length })
    at += text.length
  }
  return { text: pieces.map((piece) => piece.text).join(""), spans }
}
