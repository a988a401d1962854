import { RECORDING_CHUNK } from "@backfill/contract"
import { backOff, nextPart } from "./back-off.ts"
import type { Remote } from "./remote.ts"
import type { KeptTake, TakeStore } from "./take-store.ts"
import { verdictOf } from "./upload-verdict.ts"

/** How an upload ended. `stored`: the server has said that it holds every byte. `gone`: the device has nothing to send. */
export type Outcome = { end: "stored"; remoteId: string } | { end: "gone" } | { end: "stopped"; why: string }

export type UploadState = { at: "sending" } | { at: "offline" } | { at: "waiting" } | { at: "signed-out" }

export type UploadDeps = {
  /** Where its bytes are: kept on this device, or in a file that somebody chose. */
  store: Pick<TakeStore, "read" | "slice" | "change">
  remote: Remote
  /** Waits so long, or until something says that it may go on sooner: the network is back, more was recorded. */
  wait: (ms: number) => Promise<void>
  random: () => number
  /** Whether the upload was called off. */
  stopped: () => boolean
  onProgress: (sent: number, state: UploadState) => void
}

/** How long nothing new is recorded before the upload looks by itself. */
const LOOK_MS = 1000
const SIGN_IN_MS = 15_000
const FIRST_PART = 256 * 1024

/**
 * Sends one recording, while it is still recorded or afterwards, and goes on after every failure from where the server
 * says it is. Ends when the server holds every byte, or won't take them; the device's copy isn't touched here.
 */
export async function uploadTake(id: string, deps: UploadDeps): Promise<Outcome> {
  const { store, remote, wait, onProgress } = deps
  let failures = 0
  let part = FIRST_PART
  let offset: number | undefined
  while (!deps.stopped()) {
    const take = await store.read(id)
    if (!take) return { end: "gone" }
    if (take.bytes === 0) {
      if (take.ending !== undefined) return { end: "gone" }
      await wait(LOOK_MS)
      continue
    }
    try {
      const remoteId = take.remoteId ?? (await begin(take, deps))
      if (offset === undefined) {
        const there = await remote.read(remoteId)
        if (there.state !== "receiving") return { end: "stored", remoteId }
        offset = there.offset
      }
      onProgress(offset, { at: "sending" })
      // What a closed window took with it can't be sent: then what the server has is the whole.
      const whole = take.ending === undefined ? undefined : Math.max(take.bytes, offset)
      const ready = take.bytes - offset
      // While it is recorded nothing waits on the device for long; larger pieces are for what is whole or behind.
      if (whole === undefined && ready < Math.min(part, RECORDING_CHUNK)) {
        await wait(LOOK_MS)
        continue
      }
      const asked = Math.max(0, Math.min(part, ready))
      const bytes = await store.slice(id, offset, offset + asked)
      // A device that can't read what it keeps must never make the recording end there.
      if (bytes.length < asked) throw new Error("the device gave fewer bytes than it keeps")
      const began = performance.now()
      await remote.append(remoteId, { offset, bytes, whole })
      offset += asked
      failures = 0
      part = nextPart(part, performance.now() - began)
      onProgress(offset, { at: "sending" })
      if (whole !== undefined && offset >= whole) offset = undefined
    } catch (error) {
      offset = undefined
      const verdict = verdictOf(error)
      if (verdict.next === "stop") return { end: "stopped", why: verdict.why }
      failures += 1
      if (verdict.next === "anew") {
        await store.change(id, { remoteId: undefined, key: crypto.randomUUID() })
        await wait(backOff(failures, deps.random()))
        continue
      }
      part = nextPart(part, undefined)
      const signedOut = verdict.next === "sign-in"
      onProgress(-1, { at: signedOut ? "signed-out" : verdict.offline ? "offline" : "waiting" })
      await wait(signedOut ? SIGN_IN_MS : backOff(failures, deps.random()))
    }
  }
  return { end: "gone" }
}

async function begin(take: KeptTake, { store, remote }: UploadDeps): Promise<string> {
  const made = await remote.create({
    kind: take.kind,
    key: take.key,
    about: take.about,
    whole: take.ending === undefined ? undefined : take.bytes,
  })
  await store.change(take.id, { remoteId: made.id })
  return made.id
}
