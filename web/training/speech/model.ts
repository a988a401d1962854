import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { openSilero, type VoiceModel } from "../../src/features/rehearse/speech/silero.ts"

const require = createRequire(import.meta.url)

/** The very files that the browser loads, out of their packages. */
export const openModel = (): Promise<VoiceModel> =>
  openSilero(
    readFileSync(require.resolve("onnxruntime-web/ort-wasm-simd-threaded.wasm")),
    readFileSync(require.resolve("@ricky0123/vad-web/dist/silero_vad_v6.onnx")),
  )
