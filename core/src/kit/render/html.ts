import type { Block, Document, Inline } from "./blocks.ts"
import { STYLE } from "./html-style.ts"

/** A document as one HTML page that needs nothing beside itself: style inside, no script, no request. Pure. */
export function documentHtml(document: Document): string {
  const { title, subtitle, imprint, language, blocks } = document
  const anchors = anchorsOf(blocks)
  const body = blocks.map((block) => blockHtml(block, anchors)).join("\n")
  return `<!doctype html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(`${title}: ${subtitle}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<header class="cover">
<p class="subtitle">${escape(subtitle)}</p>
<h1>${escape(title)}</h1>
${imprint.map((line) => `<p class="imprint">${escape(line)}</p>`).join("\n")}
</header>
<nav aria-label="Contents">
<h2>Contents</h2>
${contents(blocks, anchors)}
</nav>
<main>
${body}
</main>
</body>
</html>
`
}

type Heading = Extract<Block, { kind: "heading" }>
type Anchors = ReadonlyMap<Block, string>

/** Headings of the two upper levels, each with an id of its own on the page. */
function anchorsOf(blocks: readonly Block[]): Anchors {
  const headings = blocks.filter((block): block is Heading => block.kind === "heading" && block.depth <= 2)
  return new Map(headings.map((block, index) => [block, escape(`${block.anchor ?? "part"}-${index + 1}`)]))
}

function contents(blocks: readonly Block[], anchors: Anchors): string {
  const parts: { heading: Heading; inner: Heading[] }[] = []
  for (const block of blocks) {
    if (block.kind !== "heading" || block.depth > 2) continue
    if (block.depth === 1) parts.push({ heading: block, inner: [] })
    else parts.at(-1)?.inner.push(block)
  }
  const link = (heading: Heading) => `<a href="#${anchors.get(heading)}">${escape(heading.text)}</a>`
  const items = parts.map(({ heading, inner }) => {
    const below = inner.length > 0 ? `<ol>${inner.map((one) => `<li>${link(one)}</li>`).join("")}</ol>` : ""
    return `<li>${link(heading)}${below}</li>`
  })
  return `<ol>${items.join("\n")}</ol>`
}

function blockHtml(block: Block, anchors: Anchors): string {
  const inner = (blocks: readonly Block[]) => blocks.map((one) => blockHtml(one, anchors)).join("\n")
  switch (block.kind) {
    case "heading": {
      const level = block.depth + 1
      const id = anchors.get(block)
      return `<h${level}${id ? ` id="${id}"` : ""}${block.newPage ? ' class="page"' : ""}>${escape(block.text)}</h${level}>`
    }
    case "paragraph":
      return `<p>${inlineHtml(block.inline)}</p>`
    case "list": {
      const tag = block.ordered ? "ol" : "ul"
      return `<${tag}>${block.items.map((item) => `<li>${tight(item, anchors)}</li>`).join("")}</${tag}>`
    }
    case "code":
      return `<pre><code>${escape(block.text)}</code></pre>`
    case "quote":
      return `<blockquote>${inner(block.blocks)}</blockquote>`
    case "table":
      return tableHtml(block)
    case "facts":
      return `<p class="facts">${block.items.map((item) => `<span>${escape(item)}</span>`).join(" ")}</p>`
    case "spoken":
      return `<div class="spoken">${inner(block.blocks)}</div>`
    case "sides":
      return `<div class="sides">${[block.left, block.right].map(sideHtml).join("")}</div>`
    case "rows":
      return `<dl class="rows ${block.style}">${block.rows.map(rowHtml).join("")}</dl>`
    case "label":
      return `<p class="label">${escape(block.text)}</p>`
  }
}

/** An item that is one paragraph goes without its tag, so that lists stay close. */
function tight(item: readonly Block[], anchors: Anchors): string {
  const [first, ...rest] = item
  if (first?.kind !== "paragraph") return item.map((one) => blockHtml(one, anchors)).join("")
  return inlineHtml(first.inline) + rest.map((one) => blockHtml(one, anchors)).join("")
}

function tableHtml({ head, rows }: Extract<Block, { kind: "table" }>): string {
  const cells = (tag: string, row: readonly Inline[][]) =>
    row.map((cell) => `<${tag}>${inlineHtml(cell)}</${tag}>`).join("")
  const body = rows.map((row) => `<tr>${cells("td", row)}</tr>`).join("")
  return `<table><thead><tr>${cells("th", head)}</tr></thead><tbody>${body}</tbody></table>`
}

function sideHtml({ title, items }: { title: string; items: readonly string[] }): string {
  return `<section><p class="label">${escape(title)}</p><ul>${items.map((item) => `<li>${escape(item)}</li>`).join("")}</ul></section>`
}

function rowHtml({ label, text, note }: { label: string; text: readonly Inline[]; note?: string }): string {
  const small = note === undefined ? "" : `<p class="note">${escape(note)}</p>`
  return `<div><dt>${escape(label)}</dt><dd><p>${inlineHtml(text)}</p>${small}</dd></div>`
}

function inlineHtml(pieces: readonly Inline[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === "text") return escape(piece.text)
      if (piece.kind === "code") return `<code>${escape(piece.text)}</code>`
      const tag = piece.kind === "strong" ? "strong" : "em"
      return `<${tag}>${inlineHtml(piece.children)}</${tag}>`
    })
    .join("")
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (char) => ENTITIES[char] ?? char)
}
