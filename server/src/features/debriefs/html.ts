/** A piece of HTML that has been escaped. Only `html` makes one, so that no text gets into a page unescaped. */
export class Html {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }
}

type Part = Html | string | number | readonly Html[]

const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")

/** Template for HTML: whatever is put in is escaped, unless it came from this template itself. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const filled = parts.map((part, index) => (strings[index] ?? "") + sourceOf(part))
  return new Html(filled.join("") + (strings.at(-1) ?? ""))
}

const sourceOf = (part: Part): string => {
  if (part instanceof Html) return part.source
  if (typeof part === "object") return part.map((piece) => piece.source).join("")
  return escaped(String(part))
}

/** Nothing, where a part is left out. */
export const NOTHING = new Html("")
