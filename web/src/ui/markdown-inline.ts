/** A run of text in a paragraph. Text is always plain: nothing here is ever treated as HTML. */
export type Inline =
  | { kind: "text"; text: string }
  | { kind: "code"; text: string }
  | { kind: "strong"; children: Inline[] }
  | { kind: "emphasis"; children: Inline[] }
  | { kind: "link"; href: string; children: Inline[] }

// One alternative a kind; code first, since nothing inside it is read further.
const pattern =
  /`([^`]+)`|\*\*(?=\S)(.+?\S|\S)\*\*(?!\*)|\*(?=\S)([^*]*?[^*\s])\*(?!\*)|(?<![\p{L}\p{N}])_(?=\S)([^_]*?[^_\s])_(?![\p{L}\p{N}])|\[([^\]]+)\]\(([^()\s]+)\)/u

/** Only these lead anywhere; a link of another kind stays as its text. */
function isSafe(href: string): boolean {
  return /^(https?:\/\/|mailto:|\/(?!\/)|#)/i.test(href)
}

/** Reads `code`, **strong**, *emphasis*, _emphasis_ and [links](…); a mark without its partner stays a character. */
export function parseInline(source: string): Inline[] {
  const parts: Inline[] = []
  let rest = source
  for (let match = pattern.exec(rest); match; match = pattern.exec(rest)) {
    if (match.index > 0) parts.push({ kind: "text", text: rest.slice(0, match.index) })
    parts.push(...read(match))
    rest = rest.slice(match.index + match[0].length)
  }
  if (rest) parts.push({ kind: "text", text: rest })
  return parts
}

function read([, code, strong, star, underscore, label, href]: RegExpExecArray): Inline[] {
  if (code !== undefined) return [{ kind: "code", text: code }]
  if (strong !== undefined) return [{ kind: "strong", children: parseInline(strong) }]
  const emphasis = star ?? underscore
  if (emphasis !== undefined) return [{ kind: "emphasis", children: parseInline(emphasis) }]
  const children = parseInline(label ?? "")
  return href !== undefined && isSafe(href) ? [{ kind: "link", href, children }] : children
}
