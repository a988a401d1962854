import { isRecord } from "../yaml-tree.ts"

/** How a value changed, in sentences' parts, one for each place: "anchors 3: “a” became “b”". */
export function changesOf(name: string, before: unknown, after: unknown): string[] {
  if (isSame(before, after)) return []
  if (before === undefined) return [`${name} is new: ${show(after)}`]
  if (after === undefined) return [`${name} is gone`]
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return keys.flatMap((key) => changesOf(`${name} ${key}`, before[key], after[key]))
  }
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(name, before, after)
  return [`${name}: ${show(before, after)} became ${show(after, before)}`]
}

function listChanges(name: string, before: readonly unknown[], after: readonly unknown[]): string[] {
  const keys = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one))
  const old = new Set(keys(before))
  const now = new Set(keys(after))
  const lost = before.filter((_, index) => !now.has(keys(before)[index] ?? ""))
  const won = after.filter((_, index) => !old.has(keys(after)[index] ?? ""))
  if (lost.length === 0 && won.length === 0) return [`${name}: another order`]
  if (lost.length === won.length) {
    return lost.map((one, index) => `${name}: ${show(one, won[index])} became ${show(won[index], one)}`)
  }
  return [
    ...lost.map((one) => `${name} without ${show(one)}`),
    ...won.map((one) => `${name} with ${show(one)}`),
  ]
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

/** Mappings with their keys in one order, so that the order in a file doesn't count as a change. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  )
}

/** So many characters of a text are shown. */
const SHOWN = 90

/** A value for a sentence. Of two long texts that begin alike the part from the first difference on is shown. */
function show(value: unknown, other?: unknown): string {
  if (typeof value === "number" || typeof value === "boolean") return String(value)
  const text = (typeof value === "string" ? value : JSON.stringify(value)).replaceAll(/\s+/g, " ")
  if (text.length <= SHOWN) return `“${text}”`
  const otherText = typeof other === "string" ? other.replaceAll(/\s+/g, " ") : ""
  let same = 0
  while (same < text.length && text[same] === otherText[same]) same++
  const start = same < 30 ? 0 : text.lastIndexOf(" ", same - 12) + 1
  const cut = text.slice(start, start + SHOWN)
  return `“${start > 0 ? "… " : ""}${cut.trimEnd()}${start + SHOWN < text.length ? " …" : ""}”`
}
