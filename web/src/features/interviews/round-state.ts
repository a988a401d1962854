import type { Console, ConsoleEvent } from "@backfill/contract"

/** A stretch of the round, in planned order: the welcome, an item, the candidate's own questions. Minutes. */
export type Place = {
  id: string
  kind: "opening" | "item" | "closing"
  title: string
  detail: string
  minutes: number
  /** Planned minute it begins at. */
  from: number
}

/** Ids that notes and events carry in the two stretches that aren't items. */
export const OPENING = "opening"
export const CLOSING = "closing"

/** The round as planned, end to end. An opening or closing of no minutes is left out. */
export function placesOf(plan: Pick<Console, "opening" | "closing" | "items">): Place[] {
  const stretches: Array<Omit<Place, "from">> = [
    { id: OPENING, kind: "opening", title: "Welcome", detail: "", minutes: plan.opening },
    ...plan.items.map((item) => ({
      id: item.id,
      kind: "item" as const,
      title: item.competencies[0]?.title ?? item.title,
      detail: item.competencies.length > 0 ? item.title : "",
      minutes: item.minutes,
    })),
    { id: CLOSING, kind: "closing", title: "Their questions", detail: "", minutes: plan.closing },
  ]
  let from = 0
  return stretches
    .filter((stretch) => stretch.kind === "item" || stretch.minutes > 0)
    .map((stretch) => {
      const place = { ...stretch, from }
      from += stretch.minutes
      return place
    })
}

/** Where the round stands, as its events tell. Seconds count from the start. */
export type RoundState = {
  started: boolean
  /** Undefined while it runs. Entering a place again takes an end back. */
  endedAt: number | undefined
  /** The place one is at; undefined before the start. */
  at: string | undefined
  /** When that place was entered last. */
  enteredAt: number
  /** Seconds spent at a place in visits that are over. */
  used: ReadonlyMap<string, number>
  entered: ReadonlySet<string>
  skipped: ReadonlySet<string>
  /** Ticked indicators by item: from 1, negative for a warning sign. */
  ticks: ReadonlyMap<string, ReadonlySet<number>>
  /** Probes asked by item, with the second they were asked at. */
  probes: Marks
  /** Of an exercise's panel part, likewise: facts told, cues brought in, steps of the runbook seen. */
  told: Marks
  cued: Marks
  stepped: Marks
  /** In a mock: tells heard. */
  heard: Marks
}

/** By item, what was marked there by its number from 1, with the second it was marked first. */
export type Marks = ReadonlyMap<string, ReadonlyMap<number, number>>

/** Events in the order they happened, the one the server goes by: of one device by its own count within a second. */
export function inOrder(events: ReadonlyArray<ConsoleEvent>): ConsoleEvent[] {
  const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
  return events.toSorted(
    (a, b) =>
      a.atSeconds - b.atSeconds || compare(a.device, b.device) || a.seq - b.seq || compare(a.id, b.id),
  )
}

/** What marks something with its second, and what takes that back. */
const setBy = { probe: "probes", tell: "told", cue: "cued", step: "stepped", hear: "heard" } as const
const takenBackBy = { untell: "told", uncue: "cued", unstep: "stepped", unhear: "heard" } as const

/** Plays the events of a round from its start. */
export function roundState(events: ReadonlyArray<ConsoleEvent>): RoundState {
  const used = new Map<string, number>()
  const [entered, skipped] = [new Set<string>(), new Set<string>()]
  const ticks = new Map<string, Set<number>>()
  const none = (): Map<string, Map<number, number>> => new Map()
  const marked = { probes: none(), told: none(), cued: none(), stepped: none(), heard: none() }
  const state = {
    started: false,
    endedAt: undefined as number | undefined,
    at: undefined as string | undefined,
    enteredAt: 0,
  }
  const leave = (second: number) => {
    if (state.at === undefined || state.endedAt !== undefined) return
    used.set(state.at, (used.get(state.at) ?? 0) + Math.max(0, second - state.enteredAt))
  }
  for (const { kind, itemId, index, atSeconds } of inOrder(events)) {
    if (kind === "start") state.started = true
    else if (kind === "end") {
      leave(atSeconds)
      state.endedAt ??= atSeconds
    }
    if (itemId === null) continue
    if (kind === "enter") {
      leave(atSeconds)
      Object.assign(state, { at: itemId, enteredAt: atSeconds, endedAt: undefined })
      entered.add(itemId)
    } else if (kind === "skip") skipped.add(itemId)
    else if (kind === "unskip") skipped.delete(itemId)
    else if (index === null) continue
    else if (kind === "tick") ticks.set(itemId, (ticks.get(itemId) ?? new Set<number>()).add(index))
    else if (kind === "untick") ticks.get(itemId)?.delete(index)
    else if (kind in setBy) {
      const marks = setBy[kind as keyof typeof setBy]
      const known = marked[marks].get(itemId) ?? new Map<number, number>()
      marked[marks].set(itemId, known.has(index) ? known : known.set(index, atSeconds))
    } else if (kind in takenBackBy)
      marked[takenBackBy[kind as keyof typeof takenBackBy]].get(itemId)?.delete(index)
  }
  return { ...state, used, entered, skipped, ticks, ...marked }
}

/** Seconds spent at a place up to `second`, the visit under way included. */
export function secondsAt(state: RoundState, place: string, second: number): number {
  const running =
    state.at === place && state.endedAt === undefined ? Math.max(0, second - state.enteredAt) : 0
  return (state.used.get(place) ?? 0) + running
}

/** Less than this at an item was only passing by on the way to another. */
const asked = 5

/** Items that were skipped on purpose or never come to, as of `second`. */
export function leftOut(state: RoundState, places: ReadonlyArray<Place>, second: number): Place[] {
  const passedBy = (id: string) =>
    secondsAt(state, id, second) < asked && !state.ticks.get(id)?.size && !state.probes.has(id)
  return places.filter(
    (place) => place.kind === "item" && (state.skipped.has(place.id) || passedBy(place.id)),
  )
}
