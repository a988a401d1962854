import type { Recording, RecordingKind } from "@backfill/contract"
import type { Sending } from "./outbox.ts"
import type { KeptTake } from "./take-store.ts"

/** Where a take is: only on this device, on its way, or whole on the server. */
export type Whereabouts =
  | { at: "recording" }
  | { at: "on-its-way"; share: number; offline: boolean; signedOut: boolean }
  | { at: "stopped"; why: string }
  /** Begun in another window or on another device, which holds the rest. */
  | { at: "elsewhere" }
  | { at: "arrived"; playable: boolean; note: string }

/** One take as the page shows it, whether the device has it, the server, or both. */
export type ShownTake = {
  /** Steady as long as the page is open. */
  key: string
  localId: string | undefined
  remoteId: string | undefined
  number: number | undefined
  kind: RecordingKind
  /** Epoch ms. */
  createdAt: number
  /** In ms; undefined while nobody knows. */
  durationMs: number | undefined
  where: Whereabouts
}

/** What the device keeps, what is on its way and what the server has, as one list in the order they were made. */
export function shownTakes(
  kept: ReadonlyArray<KeptTake>,
  sendings: ReadonlyMap<string, Sending>,
  served: ReadonlyArray<Recording>,
): ShownTake[] {
  const localOf = new Map<string, string>()
  for (const { id, remoteId } of kept) if (remoteId !== undefined) localOf.set(remoteId, id)
  for (const [id, { state }] of sendings) if (state.at === "stored") localOf.set(state.remoteId, id)
  const byServer = served.map((take): ShownTake => {
    const localId = localOf.get(take.id)
    const local = kept.find(({ id }) => id === localId)
    return {
      key: localId ?? take.id,
      localId,
      remoteId: take.id,
      number: take.take,
      kind: take.kind,
      createdAt: Date.parse(take.createdAt),
      durationMs: take.durationMs ?? (local?.durationMs || undefined),
      where: whereIs(take, local, localId === undefined ? undefined : sendings.get(localId)),
    }
  })
  const known = new Set(byServer.map(({ key }) => key))
  const onlyHere = kept
    .filter(({ id, bytes }) => !known.has(id) && bytes > 0)
    .map(
      (take): ShownTake => ({
        key: take.id,
        localId: take.id,
        remoteId: take.remoteId,
        number: undefined,
        kind: take.kind,
        createdAt: take.createdAt,
        durationMs: take.durationMs || undefined,
        where: whereIs(undefined, take, sendings.get(take.id)),
      }),
    )
  return [...byServer, ...onlyHere].toSorted((one, other) => one.createdAt - other.createdAt)
}

function whereIs(
  there: Recording | undefined,
  here: KeptTake | undefined,
  sending: Sending | undefined,
): Whereabouts {
  if (there && there.state !== "receiving")
    return { at: "arrived", playable: there.state !== "received", note: there.note }
  if (sending?.state.at === "stored") return { at: "arrived", playable: false, note: "" }
  if (sending?.state.at === "stopped") return { at: "stopped", why: sending.state.why }
  if (!here) return { at: "elsewhere" }
  if (here.ending === undefined) return { at: "recording" }
  const sent = Math.max(sending?.sent ?? 0, there?.offset ?? 0)
  return {
    at: "on-its-way",
    share: here.bytes > 0 ? Math.min(1, sent / here.bytes) : 0,
    offline: sending?.state.at === "offline",
    signedOut: sending?.state.at === "signed-out",
  }
}

/** A take's name on the page. */
export const takeName = ({ number }: Pick<ShownTake, "number">): string =>
  number === undefined ? "New take" : `Take ${number}`
