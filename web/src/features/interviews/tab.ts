const prefix = "backfill-tab/"

/** Holds a lock for as long as the page lives; false when another page has it. */
function hold(id: string): Promise<boolean> {
  return new Promise((answer) => {
    const asked = navigator.locks?.request(prefix + id, { ifAvailable: true }, (lock) => {
      answer(lock !== null)
      return lock ? new Promise<void>(() => {}) : undefined
    })
    if (asked) void asked.catch(() => answer(true))
    else answer(true)
  })
}

async function claim(): Promise<string> {
  const before = sessionStorage.getItem("backfill-tab")
  // A duplicated tab inherits the id of the tab it came from, which still holds it.
  if (before && (await hold(before))) return before
  const id = crypto.randomUUID()
  sessionStorage.setItem("backfill-tab", id)
  await hold(id)
  return id
}

let claimed: Promise<string> | undefined

/** This tab's name: the same after a reload, never that of another tab open at the same time. */
export function thisTab(): Promise<string> {
  claimed ??= claim()
  return claimed
}

/** Names of the tabs open now, this one included. */
export async function openTabs(): Promise<Set<string>> {
  const held = (await navigator.locks?.query())?.held ?? []
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])))
}
