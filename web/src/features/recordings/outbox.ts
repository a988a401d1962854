import type { Remote } from "./remote.ts"
import type { TakeStore } from "./take-store.ts"
import { uploadTake, type UploadState } from "./upload.ts"

/** How far one recording is on its way. `sent` and what there is so far, in bytes. */
export type Sending = {
  sent: number
  state: UploadState | { at: "stored"; remoteId: string } | { at: "stopped"; why: string }
}

type OutboxEnv = {
  store: TakeStore
  /** Runs `work` in one window at a time: Web Locks, where there are any. */
  alone: (name: string, work: () => Promise<void>) => Promise<void>
  random: () => number
}

const BROKEN =
  "Something went wrong on this device, so the rest wasn’t sent. Nothing is deleted; reload the page, and it goes on."

/**
 * Everything this window has on its way to the server. An upload begun here goes on, whichever page is shown, until the
 * server holds every byte; the copy on the device is removed only then.
 */
export class Outbox {
  readonly #env: OutboxEnv
  readonly #on = new Map<string, { stopped: boolean }>()
  readonly #listeners = new Set<() => void>()
  readonly #wakers = new Set<() => void>()
  #sendings: ReadonlyMap<string, Sending> = new Map()

  constructor(env: OutboxEnv) {
    this.#env = env
  }

  /** A new map at each change. */
  readonly snapshot = (): ReadonlyMap<string, Sending> => this.#sendings

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Ends every wait: the network is back, the page is seen again, or there is more to send. */
  readonly wake = (): void => {
    for (const waker of this.#wakers) waker()
  }

  /** Sends a recording, unless it is on its way already. Another window that sends it is waited for. */
  send(id: string, remote: Remote): void {
    if (this.#on.has(id)) return
    const flag = { stopped: false }
    this.#on.set(id, flag)
    this.#tell(id, { sent: this.#sendings.get(id)?.sent ?? 0, state: { at: "waiting" } })
    void this.#env
      .alone(`backfill-upload-${id}`, () => this.#run(id, remote, flag))
      .catch(() => this.#stop(id, flag, BROKEN))
  }

  /** As `send`, for pages that look now and then: what the server refused waits until somebody asks for it again. */
  goOn(id: string, remote: Remote): void {
    if (this.#sendings.get(id)?.state.at !== "stopped") this.send(id, remote)
  }

  /** Calls an upload off, e.g. because its recording is thrown away. */
  stop(id: string): void {
    const flag = this.#on.get(id)
    if (!flag) return
    flag.stopped = true
    this.#on.delete(id)
    this.#tell(id, undefined)
    this.wake()
  }

  /** Calls every upload off; what the device keeps stays, and goes on when it is sent anew. */
  readonly stopAll = (): void => {
    for (const id of this.#on.keys()) this.stop(id)
  }

  async #run(id: string, remote: Remote, flag: { stopped: boolean }): Promise<void> {
    if (flag.stopped) return
    const { store, random } = this.#env
    const outcome = await uploadTake(id, {
      store,
      remote,
      random,
      wait: this.#wait,
      stopped: () => flag.stopped,
      onProgress: (sent, state) => {
        if (!flag.stopped)
          this.#tell(id, { sent: sent < 0 ? (this.#sendings.get(id)?.sent ?? 0) : sent, state })
      },
    })
    if (flag.stopped) return
    if (outcome.end === "stopped") return this.#stop(id, flag, outcome.why)
    const sent = (await store.read(id))?.bytes ?? this.#sendings.get(id)?.sent ?? 0
    // What couldn’t be removed here is known to be there the next time it is looked at.
    if (outcome.end === "stored") await store.remove(id).catch(() => {})
    this.#on.delete(id)
    const state = outcome.end === "stored" && { at: "stored" as const, remoteId: outcome.remoteId }
    this.#tell(id, state ? { sent, state } : undefined)
  }

  #stop(id: string, flag: { stopped: boolean }, why: string): void {
    if (flag.stopped) return
    this.#on.delete(id)
    this.#tell(id, { sent: this.#sendings.get(id)?.sent ?? 0, state: { at: "stopped", why } })
  }

  readonly #wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        this.#wakers.delete(done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      this.#wakers.add(done)
    })

  #tell(id: string, sending: Sending | undefined): void {
    const next = new Map(this.#sendings)
    if (sending) next.set(id, sending)
    else next.delete(id)
    this.#sendings = next
    for (const listener of this.#listeners) listener()
  }
}
