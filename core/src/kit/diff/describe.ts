import type { Kit } from "../schema.ts"
import type { KitChange, KitComparison } from "./compare.ts"

/** A comparison in words, as lines of plain text or of Markdown. */
export function describeComparison(before: Kit, after: Kit, found: KitComparison, markdown: boolean): string {
  const heading = (text: string) => (markdown ? `## ${text}` : text)
  const name = ({ id, version }: Kit) => `${id} ${version}`
  const title = `From ${name(before)} to ${name(after)}`
  const groups = (["added", "removed", "changed"] as const).flatMap((kind) => {
    const list = found.changes.filter((one) => one.kind === kind)
    if (list.length === 0) return []
    return [
      "",
      heading(`${capital(kind)} (${list.length})`),
      "",
      ...list.flatMap((one) => describe(one, markdown)),
    ]
  })
  const nothing = found.changes.length === 0 ? ["", "Nothing differs."] : []
  return [markdown ? `# ${title}` : title, "", ...verdict(found, markdown), ...nothing, ...groups, ""].join(
    "\n",
  )
}

function verdict({ comparable, notComparable, composite }: KitComparison, markdown: boolean): string[] {
  if (comparable) return ["Scores stay comparable: no wording, indicator, anchor or weight has changed."]
  const lines: string[] = []
  if (notComparable.length > 0) {
    const names = notComparable.map(({ noun, id }) => `${noun} ${code(id, markdown)}`)
    lines.push(
      `Scores of these are not comparable, because what is asked or how it is judged has changed: ${names.join(", ")}.`,
    )
    lines.push("Scores of everything else stay comparable.")
  }
  if (composite.length > 0) lines.push(`Composites are not comparable: ${composite.join("; ")}.`)
  else lines.push("The weights are the same.")
  return lines
}

function describe({ kind, noun, id, title, details, measuresAnew }: KitChange, markdown: boolean): string[] {
  const name = id === "" ? capital(noun) : `${capital(noun)} ${code(id, markdown)}`
  const shown = id === "" || kind === "changed" ? name : `${name}: ${title}`
  const note = measuresAnew ? (markdown ? " — **scores not comparable**" : " (scores not comparable)") : ""
  return [`- ${shown}${note}`, ...details.map((detail) => `  - ${detail}`)]
}

function code(text: string, markdown: boolean): string {
  return markdown ? `\`${text}\`` : text
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
