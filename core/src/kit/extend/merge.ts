import type { Source } from "../draft.ts"
import { isRecord } from "../yaml-tree.ts"

/** The lists of each file whose entries have ids, and what `removes` calls them. */
export const MERGED_LISTS = {
  framework: ["disciplines", "competencies"],
  form: ["fields"],
  resume: ["criteria"],
  rounds: ["rounds", "stages"],
} as const

export type MergedKind = keyof typeof MERGED_LISTS

/** The ids a kit takes out of one of the lists. */
export type Removed = (list: string) => ReadonlySet<string>

/** Where an entry of a merged list comes from. */
interface Origin {
  value: unknown
  parent?: number
  child?: number
}

/**
 * A file of the kit below with what the extending kit writes in the file of the same name. Keys given above replace those
 * below. In lists with ids an entry with a known id replaces the keys it gives; a new one is put behind the entry that
 * stands before it in its own list, else at the end. `removed` ids are dropped from below first.
 */
export function mergeSource(
  kind: MergedKind,
  parent: Source,
  child: Source | undefined,
  removed: Removed,
): Source {
  const below = isRecord(parent.value) ? parent.value : {}
  const above = child === undefined ? {} : child.value
  if (!isRecord(above)) return child ?? parent
  const origins = new Map<string, Origin[]>()
  const value: Record<string, unknown> = { ...below, ...above }
  for (const list of MERGED_LISTS[kind]) {
    const upper = above[list]
    if (upper !== undefined && !Array.isArray(upper)) continue
    const merged = mergeList(Array.isArray(below[list]) ? below[list] : [], upper ?? [], removed(list))
    origins.set(list, merged)
    value[list] = merged.map((entry) => entry.value)
  }
  const route = (path: readonly PropertyKey[]) => routeTo(path, origins, parent, child, above)
  return {
    ...(child ?? parent),
    value,
    place: (path) => route(path).source.place(route(path).path),
    keyPlace: (path) => route(path).source.keyPlace(route(path).path),
    isReported: (path) => route(path).source.isReported(route(path).path),
  }
}

function idOf(entry: unknown): string | undefined {
  return isRecord(entry) && typeof entry["id"] === "string" ? entry["id"].trim() : undefined
}

function mergeList(
  below: readonly unknown[],
  above: readonly unknown[],
  removed: ReadonlySet<string>,
): Origin[] {
  const lower = below
    .map((value, parent): Origin => ({ value, parent }))
    .filter(({ value }) => !removed.has(idOf(value) ?? ""))
  const open = new Map(lower.map((entry) => [idOf(entry.value), entry]))
  /** What is new above, by the entry it stands behind; what stands before any known entry comes last. */
  const behind = new Map<Origin, Origin[]>()
  const last: Origin[] = []
  let here = last
  for (const [child, value] of above.entries()) {
    const id = idOf(value)
    const known = id === undefined ? undefined : open.get(id)
    if (known && isRecord(known.value) && isRecord(value)) {
      open.delete(id)
      known.value = { ...known.value, ...value }
      known.child = child
      here = []
      behind.set(known, here)
      continue
    }
    here.push({ value, child })
  }
  return [...lower.flatMap((entry) => [entry, ...(behind.get(entry) ?? [])]), ...last]
}

/** Which file's place a path of the merged value has: the upper file's when it gives that value, else the lower's. */
function routeTo(
  path: readonly PropertyKey[],
  origins: ReadonlyMap<string, readonly Origin[]>,
  parent: Source,
  child: Source | undefined,
  above: Record<string, unknown>,
): { source: Source; path: readonly PropertyKey[] } {
  const [key, index, ...rest] = path
  const origin = typeof index === "number" ? origins.get(String(key))?.[index] : undefined
  if (origin) {
    const upper =
      origin.child === undefined ? undefined : (above[String(key)] as unknown[] | undefined)?.[origin.child]
    const [field] = rest
    const isAbove =
      upper !== undefined &&
      (origin.parent === undefined || field === undefined || (isRecord(upper) && Object.hasOwn(upper, field)))
    if (child && isAbove)
      return { source: child, path: [key as PropertyKey, origin.child as number, ...rest] }
    if (origin.parent !== undefined)
      return { source: parent, path: [key as PropertyKey, origin.parent, ...rest] }
  }
  const isAbove = child !== undefined && (key === undefined || Object.hasOwn(above, key))
  return { source: isAbove ? child : parent, path }
}
