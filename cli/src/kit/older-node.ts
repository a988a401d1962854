/** The one file runs on whatever Node a repository's CI has, from 20 on; this is all that 20 lacks. */
function groupBy<Key, Item>(
  items: Iterable<Item>,
  keyOf: (item: Item, index: number) => Key,
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  let index = 0
  for (const item of items) {
    const key = keyOf(item, index++)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

if (!("groupBy" in Map))
  Object.defineProperty(Map, "groupBy", { value: groupBy, configurable: true, writable: true })
