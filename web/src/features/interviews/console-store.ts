import type { Console, ConsoleEvent, NoteEntry } from "@backfill/contract"
import { type DBSchema, type IDBPDatabase, openDB } from "idb"

/** A line that is still being typed, or one being edited. Its id becomes the note's, so that no copy of it doubles. */
export type Draft = {
  id: string
  itemId: string
  atSeconds: number
  text: string
  /** It stands for a line that was finished before. */
  editing: boolean
}

/** What this device holds of one console. `sent`: the server has this very version. */
export type KeptNote = { owner: string; note: NoteEntry; sent: boolean }
export type KeptEvent = { owner: string; event: ConsoleEvent; sent: boolean }
type KeptDraft = { owner: string; tab: string; draft: Draft }
/** What a round is run by, whoever asks and whatever it is for. */
export type RoundPlan = Pick<
  Console,
  "items" | "opening" | "closing" | "minutes" | "notes" | "events" | "startedAt" | "serverNow"
>
export type KeptConsole<Plan extends RoundPlan = RoundPlan> = {
  owner: string
  console: Plan
  /** Server's clock minus this device's, in ms. */
  skew: number
  /** When the round was started here, ms of the server's clock; the server hears of it later when offline. */
  startedAt: number | undefined
}

interface Tables extends DBSchema {
  consoles: { key: string; value: KeptConsole }
  notes: { key: [string, string]; value: KeptNote; indexes: { owner: string } }
  events: { key: [string, string]; value: KeptEvent; indexes: { owner: string } }
  drafts: { key: [string, string]; value: KeptDraft; indexes: { owner: string } }
}

let opened: Promise<IDBPDatabase<Tables>> | undefined

function database(): Promise<IDBPDatabase<Tables>> {
  opened ??= openDB<Tables>("backfill-console", 1, {
    upgrade(db) {
      db.createObjectStore("consoles", { keyPath: "owner" })
      db.createObjectStore("notes", { keyPath: ["owner", "note.id"] }).createIndex("owner", "owner")
      db.createObjectStore("events", { keyPath: ["owner", "event.id"] }).createIndex("owner", "owner")
      db.createObjectStore("drafts", { keyPath: ["owner", "tab"] }).createIndex("owner", "owner")
    },
  })
  return opened
}

/** Everything kept here of a console. `owner` names the account and the interview, so that nobody reads another's. */
export async function readKept<Plan extends RoundPlan>(owner: string) {
  const db = await database()
  const [kept, notes, events, drafts] = await Promise.all([
    db.get("consoles", owner),
    db.getAllFromIndex("notes", "owner", owner),
    db.getAllFromIndex("events", "owner", owner),
    db.getAllFromIndex("drafts", "owner", owner),
  ])
  // What stands under an owner was put there by a session of the same kind.
  return { kept: kept as KeptConsole<Plan> | undefined, notes, events, drafts }
}

export async function keepConsole(kept: KeptConsole): Promise<void> {
  await (await database()).put("consoles", kept)
}

export async function keepDraft(owner: string, tab: string, draft: Draft | undefined): Promise<void> {
  const db = await database()
  if (draft) await db.put("drafts", { owner, tab, draft })
  else await db.delete("drafts", [owner, tab])
}

/** Puts finished lines and events, and ends the tab's draft with them, all or nothing. */
export async function keepFinished(
  tab: string | undefined,
  notes: ReadonlyArray<KeptNote>,
  events: ReadonlyArray<KeptEvent>,
): Promise<void> {
  const db = await database()
  const writing = db.transaction(["notes", "events", "drafts"], "readwrite", { durability: "strict" })
  for (const note of notes) void writing.objectStore("notes").put(note)
  for (const event of events) void writing.objectStore("events").put(event)
  const owner = notes[0]?.owner
  if (tab !== undefined && owner !== undefined) void writing.objectStore("drafts").delete([owner, tab])
  await writing.done
}

/**
 * Takes in what the server has. A line that was edited here while its older version travelled keeps the edit, and
 * stays unsent; `resolve` says which of two versions stands.
 */
export async function keepServed(
  owner: string,
  served: { notes: ReadonlyArray<NoteEntry>; events: ReadonlyArray<ConsoleEvent> },
  resolve: (here: NoteEntry, there: NoteEntry) => NoteEntry,
): Promise<void> {
  const db = await database()
  const writing = db.transaction(["notes", "events"], "readwrite")
  const notes = writing.objectStore("notes")
  for (const there of served.notes) {
    const here = (await notes.get([owner, there.id]))?.note
    const note = here ? resolve(here, there) : there
    const sent = note.device === there.device && note.seq === there.seq
    void notes.put({ owner, note, sent })
  }
  for (const event of served.events) void writing.objectStore("events").put({ owner, event, sent: true })
  await writing.done
}

/** Forgets every console of which the server has all: what is still to be sent, or being typed, keeps its whole console. */
export async function forgetSent(): Promise<void> {
  const db = await database()
  const writing = db.transaction(["consoles", "notes", "events", "drafts"], "readwrite")
  const [consoles, notes, events, drafts] = [
    writing.objectStore("consoles"),
    writing.objectStore("notes"),
    writing.objectStore("events"),
    writing.objectStore("drafts"),
  ]
  const lines = [...(await notes.getAll()), ...(await events.getAll())]
  const held = new Set([
    ...lines.filter(({ sent }) => !sent).map(({ owner }) => owner),
    ...(await drafts.getAll()).filter(({ draft }) => draft.text !== "").map(({ owner }) => owner),
  ])
  const gone = (await consoles.getAllKeys()).filter((owner) => !held.has(owner))
  for (const owner of gone) {
    void consoles.delete(owner)
    for (const store of [notes, events, drafts])
      for (const key of await store.index("owner").getAllKeys(owner)) void store.delete(key)
  }
  await writing.done
}

/** Forgets a console entirely, unsent lines too: what was handed over is no longer this person's to keep. */
export async function forgetConsole(owner: string): Promise<void> {
  const db = await database()
  const writing = db.transaction(["consoles", "notes", "events", "drafts"], "readwrite")
  void writing.objectStore("consoles").delete(owner)
  for (const name of ["notes", "events", "drafts"] as const) {
    const store = writing.objectStore(name)
    for (const key of await store.index("owner").getAllKeys(owner)) void store.delete(key)
  }
  await writing.done
}
