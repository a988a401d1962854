import type { Console, ConsoleEvent, NoteEntry } from "@backfill/contract"
import {
  type Draft,
  keepConsole,
  keepDraft,
  keepFinished,
  keepServed,
  type KeptEvent,
  type KeptNote,
  readKept,
  type RoundPlan,
} from "./console-store.ts"
import { boundsOf, laterVersion, merged, storable, ticksIn } from "./notes.ts"
import { OPENING, placesOf, type RoundState, roundState } from "./round-state.ts"
import { openTabs } from "./tab.ts"

export type Served = { notes: NoteEntry[]; events: ConsoleEvent[] }

/** The way to the server; the page gives the typed client's calls. */
export type Wire<Plan extends RoundPlan = Console> = {
  read: () => Promise<Plan>
  /** `startedAt`: when the round began here, ms of the server’s clock. */
  send: (made: Served, startedAt: number | undefined) => Promise<Served>
  /** Whether an error is the server's refusal rather than a lost network; with what it said. */
  refusal: (error: unknown) => string | undefined
}

export type Connection =
  | { kind: "connected" }
  | { kind: "offline" }
  /** The server answered and wouldn't take it. */
  | { kind: "refused"; why: string }

/** What the page draws. A new object at each change. */
export type Snapshot<Plan extends RoundPlan = Console> = {
  console: Plan | undefined
  /** Why there is nothing to show. */
  failure: unknown
  notes: ReadonlyArray<NoteEntry>
  state: RoundState
  draft: Draft | undefined
  connection: Connection
  /** Lines and steps that the server doesn't have yet. */
  waitingLines: number
  waiting: number
  /** This browser refuses to keep anything: what is typed lives in this window only, until sent. */
  unkept: boolean
  /** ms of the server's clock at the start; undefined before. */
  startedAt: number | undefined
}

const emptyState = roundState([])

/**
 * One console as used on this device. What is typed is kept here first, at every keystroke, and sent when it can be;
 * reading, typing and moving on never wait for the network. Several tabs may hold the same console: each has its own
 * draft, and they tell one another of finished lines.
 */
export class ConsoleSession<Plan extends RoundPlan = Console> {
  #snapshot: Snapshot<Plan> = {
    console: undefined,
    failure: undefined,
    notes: [],
    state: emptyState,
    draft: undefined,
    connection: { kind: "connected" },
    waitingLines: 0,
    waiting: 0,
    unkept: false,
    startedAt: undefined,
  }
  readonly #owner: string
  readonly #tab: string
  readonly #wire: Wire<Plan>
  readonly #listeners = new Set<() => void>()
  #notes = new Map<string, KeptNote>()
  #events = new Map<string, KeptEvent>()
  #skew = 0
  #seq = 0
  #savingDraft = false
  #draftDirty = false
  #sending = false
  #failures = 0
  #retry: ReturnType<typeof setTimeout> | undefined
  #channel: BroadcastChannel | undefined
  #stops: Array<() => void> = []
  #open = false

  constructor(owner: string, tab: string, wire: Wire<Plan>) {
    this.#owner = owner
    this.#tab = tab
    this.#wire = wire
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly snapshot = (): Snapshot<Plan> => this.#snapshot

  /** ms of the server's clock. */
  readonly now = (): number => Date.now() + this.#skew

  /** Begins: shows what is kept here, then asks the server. Returns the way to stop. */
  open(): () => void {
    this.#open = true
    const stop = new AbortController()
    const soon = () => void this.#sync()
    window.addEventListener("online", soon, { signal: stop.signal })
    window.addEventListener("offline", () => this.#publish({ connection: { kind: "offline" } }), {
      signal: stop.signal,
    })
    const save = () => void this.#saveDraft()
    window.addEventListener("pagehide", save, { signal: stop.signal })
    document.addEventListener("visibilitychange", () => (document.hidden ? save() : soon()), {
      signal: stop.signal,
    })
    this.#channel = new BroadcastChannel(`backfill-console/${this.#owner}`)
    this.#channel.addEventListener("message", () => void this.#reread())
    this.#stops = [() => stop.abort(), () => this.#channel?.close()]
    void this.#begin()
    return () => {
      this.#open = false
      save()
      clearTimeout(this.#retry)
      for (const end of this.#stops) end()
      this.#channel = undefined
    }
  }

  /** Reads the console from the server again. */
  async refresh(): Promise<void> {
    try {
      const served = await this.#wire.read()
      this.#skew = Date.parse(served.serverNow) - Date.now()
      const startedAt =
        this.#snapshot.startedAt ?? (served.startedAt ? Date.parse(served.startedAt) : undefined)
      await this.#take(served)
      this.#publish({ console: served, failure: undefined, connection: { kind: "connected" }, startedAt })
      await this.#keep()
      this.#failures = 0
      void this.#sync()
    } catch (error) {
      this.#fail(error)
    }
  }

  // --- the line under the fingers ---

  /** What stands in the line now. The first character ties it to the place one is at and stamps it. */
  type(text: string): void {
    const draft = this.#snapshot.draft ?? {
      id: crypto.randomUUID(),
      itemId: this.#snapshot.state.at ?? this.#first(),
      atSeconds: this.second(),
      text: "",
      editing: false,
    }
    const kept = text === "" && !draft.editing ? undefined : { ...draft, text }
    this.#publish({ draft: kept })
    void this.#saveDraft()
  }

  /** Takes a finished line up again, in its place. */
  edit(note: NoteEntry): void {
    this.finish()
    const { id, itemId, atSeconds, text } = note
    this.#publish({ draft: { id, itemId, atSeconds, text, editing: true } })
    void this.#saveDraft()
  }

  /** Leaves the edit of a finished line without changing it. */
  leaveEdit(): void {
    this.#publish({ draft: undefined })
    void this.#saveDraft()
  }

  /** Finishes the line: it becomes a note, its ticks count, and it is on its way. An edit left empty deletes its note. */
  finish(): void {
    const { draft, notes, state } = this.#snapshot
    if (!draft) return
    const text = storable(draft.text)
    const old = this.#notes.get(draft.id)?.note
    this.#publish({ draft: undefined })
    if (old?.text === text || (!old && text.trim() === "")) return void this.#saveDraft()
    const { id, itemId, atSeconds } = draft
    const editedAt = new Date(Math.max(this.now(), old ? Date.parse(old.editedAt) + 1 : 0)).toISOString()
    const deleted = text.trim() === ""
    const note: NoteEntry = {
      id,
      itemId,
      atSeconds,
      text,
      editedAt,
      deleted,
      device: this.#tab,
      seq: this.#next(),
    }
    const others = notes.filter((other) => other.id !== id && other.itemId === itemId)
    this.#commit([note], this.#tickEvents(note, others, old, state))
  }

  // --- moving through the round ---

  /** Seconds since the round began, held at its end. */
  second(): number {
    const { startedAt, state } = this.#snapshot
    if (startedAt === undefined) return 0
    if (state.endedAt !== undefined) return state.endedAt
    return Math.min(86_400, Math.max(0, Math.floor((this.now() - startedAt) / 1000)))
  }

  start(): void {
    if (this.#snapshot.startedAt !== undefined) return
    this.#publish({ startedAt: Math.floor(this.now()) })
    void this.#keep()
    this.#commit([], [this.#event("start", null), this.#event("enter", this.#first())])
  }

  enter(itemId: string): void {
    this.finish()
    const { startedAt, state } = this.#snapshot
    if (startedAt === undefined) this.start()
    if (this.#snapshot.state.at === itemId && state.endedAt === undefined) return
    // Taken up after the end, the round goes on at the present second, not at that of its end.
    const running = Math.min(86_400, Math.max(0, Math.floor((this.now() - (startedAt ?? this.now())) / 1000)))
    this.#commit([], [{ ...this.#event("enter", itemId), atSeconds: running }])
  }

  /** Notes something at the place one is at: a tick or its taking back, a probe asked, a fact told, a skip. */
  mark(
    kind: Exclude<ConsoleEvent["kind"], "start" | "enter" | "end">,
    itemId: string,
    index: number | null = null,
  ): void {
    this.#commit([], [this.#event(kind, itemId, index)])
  }

  end(): void {
    this.finish()
    this.#commit([], [this.#event("end", null)])
  }

  // --- inside ---

  #first(): string {
    const { console: plan } = this.#snapshot
    return (plan && placesOf(plan)[0]?.id) ?? OPENING
  }

  #next(): number {
    this.#seq += 1
    return this.#seq
  }

  #event(kind: ConsoleEvent["kind"], itemId: string | null, index: number | null = null): ConsoleEvent {
    return {
      id: crypto.randomUUID(),
      kind,
      itemId,
      index,
      atSeconds: this.second(),
      device: this.#tab,
      seq: this.#next(),
    }
  }

  #tickEvents(
    note: NoteEntry,
    others: NoteEntry[],
    old: NoteEntry | undefined,
    state: RoundState,
  ): ConsoleEvent[] {
    const bounds = boundsOf(this.#snapshot.console?.items ?? [], note.itemId)
    const now = note.deleted ? [] : ticksIn(note.text, bounds)
    const elsewhere = new Set(others.flatMap((other) => ticksIn(other.text, bounds)))
    const gone = (old ? ticksIn(old.text, bounds) : []).filter(
      (tick) => !now.includes(tick) && !elsewhere.has(tick),
    )
    const ticked = state.ticks.get(note.itemId)
    return [
      ...now.filter((tick) => !ticked?.has(tick)).map((tick) => this.#event("tick", note.itemId, tick)),
      ...gone.map((tick) => this.#event("untick", note.itemId, tick)),
    ]
  }

  async #begin(): Promise<void> {
    try {
      await this.#load(true)
    } catch {
      this.#publish({ unkept: true })
    }
    await this.refresh()
  }

  /** Reads what is kept here; with `adopt`, also lines that a closed tab left behind. */
  async #load(adopt: boolean): Promise<void> {
    const { kept, notes, events, drafts } = await readKept<Plan>(this.#owner)
    for (const entry of notes) this.#hold(entry)
    for (const entry of events) this.#events.set(entry.event.id, entry)
    const mine = [...this.#notes.values()].map(({ note }) => note)
    const all = [...mine, ...[...this.#events.values()].map(({ event }) => event)]
    this.#seq = Math.max(
      this.#seq,
      ...all.filter((made) => made.device === this.#tab).map((made) => made.seq),
    )
    if (kept && !this.#snapshot.console) {
      this.#skew = kept.skew
      this.#publish({ console: kept.console, startedAt: kept.startedAt })
    }
    if (adopt) {
      const open = await openTabs()
      const left = drafts.filter(({ tab }) => tab === this.#tab || !open.has(tab))
      // The last one stays under the fingers; what other closed tabs left is finished as it stood.
      for (const { tab, draft } of left) {
        if (this.#snapshot.draft) this.finish()
        this.#publish({ draft })
        if (tab !== this.#tab) await keepDraft(this.#owner, tab, undefined)
      }
      void this.#saveDraft()
    }
    this.#publish({})
  }

  #hold(entry: KeptNote): void {
    const here = this.#notes.get(entry.note.id)
    const standing = here ? laterVersion(here.note, entry.note) : entry.note
    const same = (other: NoteEntry | undefined) =>
      other?.device === standing.device && other.seq === standing.seq
    const sent = (same(here?.note) && here?.sent === true) || (same(entry.note) && entry.sent)
    this.#notes.set(standing.id, { owner: this.#owner, note: standing, sent })
  }

  async #reread(): Promise<void> {
    try {
      await this.#load(false)
      void this.#sync()
    } catch {
      this.#publish({ unkept: true })
    }
  }

  async #keep(): Promise<void> {
    const { console, startedAt } = this.#snapshot
    if (!console) return
    await keepConsole({ owner: this.#owner, console, skew: this.#skew, startedAt }).catch(() =>
      this.#publish({ unkept: true }),
    )
  }

  /** One write at a time: what was typed while it ran is written after it. */
  async #saveDraft(): Promise<void> {
    this.#draftDirty = true
    if (this.#savingDraft) return
    this.#savingDraft = true
    try {
      while (this.#draftDirty) {
        this.#draftDirty = false
        await keepDraft(this.#owner, this.#tab, this.#snapshot.draft)
      }
    } catch {
      this.#publish({ unkept: true })
    } finally {
      this.#savingDraft = false
    }
  }

  #commit(notes: NoteEntry[], events: ConsoleEvent[]): void {
    const keptNotes = notes.map((note): KeptNote => ({ owner: this.#owner, note, sent: false }))
    const keptEvents = events.map((event): KeptEvent => ({ owner: this.#owner, event, sent: false }))
    for (const entry of keptNotes) this.#notes.set(entry.note.id, entry)
    for (const entry of keptEvents) this.#events.set(entry.event.id, entry)
    this.#publish({})
    void keepFinished(this.#snapshot.draft ? undefined : this.#tab, keptNotes, keptEvents)
      .then(() => this.#channel?.postMessage("changed"))
      .catch(() => this.#publish({ unkept: true }))
      .finally(() => void this.#sync())
  }

  async #take(served: Served): Promise<void> {
    for (const note of served.notes) this.#hold({ owner: this.#owner, note, sent: true })
    for (const event of served.events) this.#events.set(event.id, { owner: this.#owner, event, sent: true })
    await keepServed(this.#owner, served, laterVersion).catch(() => this.#publish({ unkept: true }))
  }

  async #sync(): Promise<void> {
    clearTimeout(this.#retry)
    if (!this.#open || this.#sending || !this.#snapshot.console) return
    const notes = [...this.#notes.values()].filter(({ sent }) => !sent).slice(0, 500)
    const events = [...this.#events.values()].filter(({ sent }) => !sent).slice(0, 500)
    if (notes.length + events.length === 0) {
      if (this.#snapshot.connection.kind !== "connected") void this.refresh()
      return
    }
    this.#sending = true
    try {
      const made = { notes: notes.map(({ note }) => note), events: events.map(({ event }) => event) }
      const served = await this.#wire.send(made, this.#snapshot.startedAt)
      await this.#take(served)
      this.#failures = 0
      this.#publish({ connection: { kind: "connected" } })
      this.#sending = false
      void this.#sync()
    } catch (error) {
      this.#sending = false
      this.#fail(error)
    }
  }

  #fail(error: unknown): void {
    const why = this.#wire.refusal(error)
    this.#failures += 1
    if (!this.#snapshot.console) this.#publish({ failure: error })
    this.#publish({ connection: why === undefined ? { kind: "offline" } : { kind: "refused", why } })
    clearTimeout(this.#retry)
    const wait = why === undefined ? Math.min(10_000, 500 * 2 ** this.#failures) : 30_000
    if (this.#open)
      this.#retry = setTimeout(() => void (this.#snapshot.console ? this.#sync() : this.refresh()), wait)
  }

  #publish(change: Partial<Snapshot<Plan>>): void {
    const notes = merged(
      [...this.#notes.values()].map(({ note }) => note),
      [],
    ).filter(({ deleted }) => !deleted)
    const waitingLines = [...this.#notes.values()].filter(({ sent }) => !sent).length
    const waitingEvents = [...this.#events.values()].filter(({ sent }) => !sent).length
    const state = roundState([...this.#events.values()].map(({ event }) => event))
    this.#snapshot = {
      ...this.#snapshot,
      notes,
      state,
      waitingLines,
      waiting: waitingLines + waitingEvents,
      ...change,
    }
    for (const listener of this.#listeners) listener()
  }
}
