import { MAX_RECORDING, type RecordingKind } from "@backfill/contract"
import { BITS } from "./media-type.ts"
import type { Place, TakeStore } from "./take-store.ts"

/** At most this much is lost with a tab that dies. */
const PIECE_MS = 1000
/** Room for the pieces that still come after the stop. */
const MARGIN = 2_000_000
/** A browser that says nothing more after the stop isn’t waited for longer. */
const STOP_MS = 3000

type CaptureEnv = {
  id: string
  kind: RecordingKind
  stream: MediaStream
  mediaType: string
  store: TakeStore
  /** What was recorded so far, in ms. */
  ran: () => number
  onPlace: (place: Place) => void
  /** The recording may have no more bytes, or the browser's recorder broke. */
  onEnd: (why: "full" | "device") => void
}

/** One recording under way: every piece the browser gives is kept on the device, in order, before anything else. */
export class Capture {
  readonly #env: CaptureEnv
  readonly #recorder: MediaRecorder
  readonly #stopped: Promise<void>
  #line: Promise<void> = Promise.resolve()
  #bytes = 0
  #kept = 0
  #broken = false

  constructor(env: CaptureEnv) {
    this.#env = env
    this.#recorder = new MediaRecorder(env.stream, {
      mimeType: env.mediaType,
      audioBitsPerSecond: BITS.audio,
      ...(env.kind === "video" ? { videoBitsPerSecond: BITS.video } : {}),
    })
    this.#recorder.ondataavailable = ({ data }) => this.#keep(data)
    this.#recorder.onerror = () => env.onEnd("device")
    this.#stopped = new Promise((resolve) => {
      this.#recorder.onstop = () => resolve()
    })
    this.#recorder.start(PIECE_MS)
  }

  /** The container and codecs it really writes. */
  get mediaType(): string {
    return this.#recorder.mimeType || this.#env.mediaType
  }

  pause(): void {
    if (this.#recorder.state === "recording") this.#recorder.pause()
  }

  resume(): void {
    if (this.#recorder.state === "paused") this.#recorder.resume()
  }

  /** Ends it; resolves once the last piece is kept, to how many bytes are. */
  async stop(): Promise<number> {
    if (this.#recorder.state !== "inactive") this.#recorder.stop()
    // A recorder that broke is inactive before its last piece has come.
    await Promise.race([this.#stopped, new Promise((resolve) => setTimeout(resolve, STOP_MS))])
    await this.#line
    return this.#kept
  }

  #keep(data: Blob): void {
    if (data.size === 0) return
    const { id, kind, store, ran, onPlace, onEnd } = this.#env
    const durationMs = Math.round(ran())
    this.#bytes += data.size
    if (this.#bytes > MAX_RECORDING[kind] - MARGIN) onEnd("full")
    this.#line = this.#line.then(async () => {
      // Behind a piece that is missing nothing fits on.
      if (this.#broken) return
      try {
        const bytes = new Uint8Array(await data.arrayBuffer())
        onPlace(await store.add(id, bytes, durationMs))
        this.#kept += bytes.length
      } catch {
        this.#broken = true
        onEnd("device")
      }
    })
  }
}
