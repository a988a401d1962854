import type { Kit } from "../schema.ts"
import { MEASURING, type Thing, thingsOf } from "./things.ts"
import { changesOf } from "./values.ts"

/** One thing that differs between two versions of a kit. */
export interface KitChange {
  kind: "added" | "removed" | "changed"
  noun: string
  id: string
  title: string
  /** Of a changed thing: what changed, in words. */
  details: string[]
  /** Whether ratings of it before and after measure different things. */
  measuresAnew: boolean
}

export interface KitComparison {
  changes: KitChange[]
  /** Whether every rating that can be given in both versions means the same, and so does the composite. */
  comparable: boolean
  /** Things whose ratings can't be compared across the versions. */
  notComparable: { noun: string; id: string }[]
  /** Why composites can't be compared, in words; empty when they can. */
  composite: string[]
}

/** What differs between two versions of a kit, and whether scores given under both may stand in one table. Pure. */
export function compareKits(before: Kit, after: Kit): KitComparison {
  const old = new Map(thingsOf(before).map((thing) => [keyOf(thing), thing]))
  const now = new Map(thingsOf(after).map((thing) => [keyOf(thing), thing]))
  const changes = [...now.values()].flatMap((thing) => {
    const earlier = old.get(keyOf(thing))
    return earlier ? changed(earlier, thing) : [change("added", thing)]
  })
  for (const thing of old.values()) if (!now.has(keyOf(thing))) changes.push(change("removed", thing))
  const notComparable = changes
    .filter(({ measuresAnew }) => measuresAnew)
    .map(({ noun, id }) => ({ noun, id }))
  const composite = compositeChanges(before, after)
  return {
    changes,
    comparable: notComparable.length === 0 && composite.length === 0,
    notComparable,
    composite,
  }
}

function keyOf({ noun, id }: Thing): string {
  return `${noun} ${id}`
}

function change(
  kind: KitChange["kind"],
  { noun, id, title }: Thing,
  details: string[] = [],
  measuresAnew = false,
): KitChange {
  return { kind, noun, id, title, details, measuresAnew }
}

function changed(before: Thing, after: Thing): KitChange[] {
  const keys = [...new Set([...Object.keys(before.data), ...Object.keys(after.data)])]
  const byKey = keys.map((key) => ({ key, details: changesOf(key, before.data[key], after.data[key]) }))
  const details = byKey.flatMap((one) => one.details)
  if (details.length === 0) return []
  const measuring = MEASURING[after.noun] ?? []
  return [
    change(
      "changed",
      after,
      details,
      byKey.some((one) => one.details.length > 0 && measuring.includes(one.key)),
    ),
  ]
}

/** A composite is another one when its competencies or their weights are. */
function compositeChanges(before: Kit, after: Kit): string[] {
  const weights = (kit: Kit) => new Map(kit.competencies.map(({ id, weight }) => [id, weight]))
  const old = weights(before)
  const now = weights(after)
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const [was, is] = [old.get(id), now.get(id)]
    if (was === is) return []
    if (was === undefined) return [`${id} is new, with weight ${is}`]
    return is === undefined
      ? [`${id} is gone; its weight was ${was}`]
      : [`${id} weighs ${is} instead of ${was}`]
  })
}
