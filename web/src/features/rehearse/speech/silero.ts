import { env, InferenceSession, Tensor } from "onnxruntime-web/wasm"
import { RATE } from "./heard.ts"

/** The model takes so many samples at a time … */
export const FRAME = 512
/** … after so many of those before them, without which it answers hardly more than 0. */
const CONTEXT = 64
export const FRAME_MS = (FRAME * 1000) / RATE
const STATE = [2, 1, 128]
/** So often, in frames, it says how far it is: about ten times a second. */
const TELL_EVERY = 50

/** Says for each frame of 32 ms how likely it holds a voice, 0 to 1. */
export type VoiceModel = (
  samples: Float32Array,
  onProgress?: (share: number) => void,
) => Promise<Float32Array>

/**
 * Silero’s voice activity model in ONNX runtime, from the bytes of both. One thread: more would need an isolated page,
 * and the model is too small to gain from them. Rejects where WebAssembly can’t run here.
 */
export async function openSilero(wasm: Uint8Array, model: Uint8Array): Promise<VoiceModel> {
  env.wasm.numThreads = 1
  env.wasm.wasmBinary = wasm
  const session = await InferenceSession.create(model, { executionProviders: ["wasm"] })
  const sr = new Tensor("int64", BigInt64Array.of(BigInt(RATE)), [])
  return async (samples, onProgress) => {
    const voice = new Float32Array(Math.ceil(samples.length / FRAME))
    let state = new Tensor("float32", new Float32Array(256), STATE)
    for (let frame = 0; frame < voice.length; frame += 1) {
      const input = new Float32Array(CONTEXT + FRAME)
      const from = frame * FRAME - CONTEXT
      input.set(samples.subarray(Math.max(0, from), from + CONTEXT + FRAME), Math.max(0, -from))
      const told: unknown = await session.run({
        input: new Tensor("float32", input, [1, input.length]),
        state,
        sr,
      })
      const { output, stateN } = told as Record<"output" | "stateN", typeof state>
      state = stateN
      voice[frame] = output.data[0] as number
      if (frame % TELL_EVERY === 0) onProgress?.(frame / voice.length)
    }
    return voice
  }
}
