import type { ReadinessItem, ReadinessList } from "@backfill/contract"
import type { Checklist, ReadinessContent } from "@backfill/core"
import type { ItemRow } from "./readiness.store.ts"

export type ShippedItem = Checklist["groups"][number]["items"][number]

/** Everything that came with the product and can be changed: items, and the parts of a timed frame. */
export const shippedItems = ({ checklists }: ReadinessContent): ShippedItem[] =>
  checklists.flatMap(({ frame, groups }) => [...frame, ...groups.flatMap((group) => group.items)])

/** An item that came with the product, as the person made it. */
export function presentItem(
  { exercises }: ReadinessContent,
  item: ShippedItem,
  row: ItemRow | undefined,
): ReadinessItem {
  const exercise = exercises.find(({ id }) => id === item.exercise)
  const reworded = row !== undefined && row.text !== null
  return {
    id: item.id,
    text: row?.text ?? item.text,
    detail: item.detail ?? null,
    exercise: exercise ? { id: exercise.id, title: exercise.title, minutes: exercise.minutes } : null,
    done: row?.done ?? false,
    hidden: row?.hidden ?? false,
    own: false,
    shippedText: reworded ? item.text : null,
    version: row?.version ?? 0,
  }
}

/** An item of the person's own. */
export const presentOwn = (row: ItemRow): ReadinessItem => ({
  id: row.itemId,
  text: row.text ?? "",
  detail: null,
  exercise: null,
  done: row.done,
  hidden: row.hidden,
  own: true,
  shippedText: null,
  version: row.version,
})

/** All lists: what came with the product, then the person's own at the end of each group. */
export function presentLists(content: ReadinessContent, rows: readonly ItemRow[]): ReadinessList[] {
  const known = new Map(rows.map((row) => [row.itemId, row]))
  return content.checklists.map((list) => ({
    id: list.id,
    title: list.title,
    summary: list.summary,
    frame: list.frame.map((part) => ({
      title: part.title,
      minutes: part.minutes,
      item: presentItem(content, part, known.get(part.id)),
    })),
    groups: list.groups.map((group) => ({
      id: group.id,
      title: group.title,
      note: group.note ?? null,
      daysBefore: group.daysBefore ?? null,
      items: [
        ...group.items.map((item) => presentItem(content, item, known.get(item.id))),
        ...rows.filter((row) => row.groupId === group.id).map(presentOwn),
      ],
    })),
  }))
}
