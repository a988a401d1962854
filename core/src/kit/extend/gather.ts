import type { Source } from "../draft.ts"
import { MAX_SUGGESTED, nearest } from "../nearest.ts"
import { type Problem, problem, quote } from "../problem.ts"
import { readSources, type Sources } from "../sources.ts"
import type { KitFile } from "../tree.ts"
import { collect, valueAt } from "../yaml-tree.ts"
import type { Parent } from "./chain.ts"
import { MERGED_LISTS, type MergedKind, mergeSource } from "./merge.ts"

/**
 * A kit's files with those of the kits it stands on, as if it were written in full. Problems are the kit's own; what is
 * wrong below is known from reading the kit below. Places of inherited values name the file below as `inherited` has it.
 */
export function gather(files: readonly KitFile[], chain: readonly Parent[]): Sources {
  const own = readSources(files, chain.length > 0)
  const [parent, ...rest] = chain
  if (!parent) return own
  const below = gather(parent.files, rest)
  const lower = below.sources.map((source) => mark(source, parent.ref))
  const manifest = own.sources.find(({ kind }) => kind === "kit")
  const removes = removed(manifest)
  return {
    sources: merge(lower, own.sources, removes),
    guides: new Map([...[...below.guides].filter(([name]) => !removes("guides").has(name)), ...own.guides]),
    incomplete: own.incomplete,
    problems: [...own.problems, ...(manifest ? unknownRemovals(manifest, lower, below.guides) : [])],
  }
}

/** The name an inherited file goes by in places and messages. */
export function inherited(ref: string, file: string): string {
  return `${ref}/${file}`
}

function mark(source: Source, ref: string): Source {
  const file = inherited(ref, source.file)
  return {
    ...source,
    file,
    place: (path) => ({ file, ...source.place(path) }),
    keyPlace: (path) => ({ file, ...source.keyPlace(path) }),
  }
}

type Removes = (kind: string) => ReadonlySet<string>

function removed(manifest: Source | undefined): Removes {
  return (kind) =>
    new Set(
      collect(manifest?.value, ["removes", kind, "*"]).flatMap(({ value }) =>
        typeof value === "string" ? [value.trim()] : [],
      ),
    )
}

function merge(lower: readonly Source[], upper: readonly Source[], removes: Removes): Source[] {
  const kept = lower.filter(({ kind, name }) => {
    if (kind === "kit") return false
    if (kind !== "question" && kind !== "exercise") return true
    return (
      !removes(`${kind}s`).has(name) && !upper.some((other) => other.kind === kind && other.name === name)
    )
  })
  const merged = kept.map((source) => {
    const { kind } = source
    if (!isMerged(kind)) return source
    return mergeSource(
      kind,
      source,
      upper.find((other) => other.kind === kind),
      removes,
    )
  })
  const mergedKinds = new Set(kept.map(({ kind }) => kind).filter(isMerged))
  const all = [...upper.filter(({ kind }) => !isMerged(kind) || !mergedKinds.has(kind)), ...merged]
  return all.sort((a, b) => compare(a.kind, b.kind) || compare(a.name, b.name))
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function isMerged(kind: string): kind is MergedKind {
  return Object.hasOwn(MERGED_LISTS, kind)
}

function unknownRemovals(
  manifest: Source,
  lower: readonly Source[],
  guides: ReadonlyMap<string, string>,
): Problem[] {
  const names = (kind: string) => lower.filter((source) => source.kind === kind).map(({ name }) => name)
  const known: Record<string, string[]> = {
    questions: names("question"),
    exercises: names("exercise"),
    guides: [...guides.keys()],
  }
  for (const [kind, lists] of Object.entries(MERGED_LISTS)) {
    const value = lower.find((source) => source.kind === kind)?.value
    for (const list of lists)
      known[list] = collect(value, [list, "*", "id"]).map((found) => String(found.value))
  }
  return Object.entries(known).flatMap(([kind, list]) => {
    const ids = new Set(list)
    return collect(valueAt(manifest.value, ["removes"]), [kind, "*"]).flatMap(({ path, value }, at) => {
      if (typeof value !== "string" || ids.has(value.trim())) return []
      const meant = at < MAX_SUGGESTED ? nearest(value, ids) : undefined
      const message = `The kit below has nothing called ${quote(value)} among its ${kind}.`
      const help = meant ? `Did you mean ${meant}?` : "Take it out of removes."
      return [problem("removes-missing", manifest.file, manifest.place(["removes", ...path]), message, help)]
    })
  })
}
