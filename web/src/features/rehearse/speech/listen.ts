import { NoSound, samplesOf } from "./decode.ts"
import { hear } from "./hear.ts"
import type { Heard } from "./heard.ts"

/** What the worker is asked … */
export interface Ask {
  samples: Float32Array<ArrayBuffer>
}
/** … and tells: how far it is, 0 to 1, or what it heard. */
export type Told = { share: number } | { heard: Heard }

export interface Listening {
  signal?: AbortSignal | undefined
  /** How much is done, 0 to 1. */
  onProgress?: ((share: number) => void) | undefined
}

/**
 * Listens to a recording (or what lies at an address of our own) on this device; nothing leaves it. Rejects with an
 * Error whose message is a sentence for the person where the sound can’t be had, or with the signal’s reason.
 */
export async function listen(
  blobOrUrl: Blob | string,
  { signal, onProgress }: Listening = {},
): Promise<Heard> {
  const samples = await samplesOf(blobOrUrl, signal)
  const worker = new Worker(new URL("./hear.worker.ts", import.meta.url), { type: "module" })
  const { promise, resolve, reject } = Promise.withResolvers<Heard>()
  const stop = () => reject(signal?.reason)
  signal?.addEventListener("abort", stop, { once: true })
  worker.onmessage = ({ data }: MessageEvent<Told>) => {
    if ("share" in data) onProgress?.(data.share)
    else resolve(data.heard)
  }
  // Without a worker there is still what needs no model, a moment of work.
  worker.onerror = () => {
    try {
      resolve(hear(samples))
    } catch (cause) {
      reject(
        new NoSound(
          "This device couldn’t listen to the recording; it may be short of memory. The recording is kept and unchanged; close other pages and try again.",
          { cause },
        ),
      )
    }
  }
  worker.postMessage({ samples } satisfies Ask)
  try {
    return await promise
  } finally {
    signal?.removeEventListener("abort", stop)
    worker.terminate()
  }
}
