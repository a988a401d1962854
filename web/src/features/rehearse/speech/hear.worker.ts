// Listens beside the page, which stays responsive; it is stopped by ending it. Only here are the model and its runtime loaded.
import modelUrl from "@ricky0123/vad-web/dist/silero_vad_v6.onnx?url"
import wasmUrl from "onnxruntime-web/ort-wasm-simd-threaded.wasm?url"
import { hear } from "./hear.ts"
import type { Ask, Told } from "./listen.ts"
import { FRAME_MS, openSilero } from "./silero.ts"

/** How much of the time goes into fetching, before the model begins. */
const FETCHING = 0.2

const tell = (told: Told) => self.postMessage(told)

async function bytesAt(url: string): Promise<Uint8Array> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${answer.status} for ${url}`)
  return new Uint8Array(await answer.arrayBuffer())
}

self.onmessage = async ({ data: { samples } }: MessageEvent<Ask>) => {
  try {
    tell({ share: 0 })
    const silero = await openSilero(...(await Promise.all([bytesAt(wasmUrl), bytesAt(modelUrl)])))
    const shares = await silero(samples, (share) => tell({ share: FETCHING + share * (1 - FETCHING) }))
    tell({ heard: hear(samples, { shares, frameMs: FRAME_MS }) })
  } catch (cause) {
    // What was heard says that the model didn’t run; why is for whoever looks into it.
    console.warn("The voice model couldn’t run here.", cause)
    try {
      tell({ heard: hear(samples) })
    } catch (error) {
      // Whoever waits hears of it; a rejection of this handler would stay in here.
      reportError(error)
    }
  }
}
