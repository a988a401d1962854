import type { Document } from "@backfill/core"
import { Worker } from "node:worker_threads"
import { ProblemError } from "../problem-error.ts"
import type { PdfOptions } from "./pdf-content.ts"

export interface PdfJob {
  document: Document
  options: PdfOptions | undefined
}

const WALL_CLOCK_MS = 60_000
const HEAP_MB = 768
const AT_ONCE = 2

let running = 0
const waiting: (() => void)[] = []

/**
 * A document as the bytes of a PDF, set in a thread of its own, at most two at once: a long one takes seconds, in which
 * the server goes on answering. What takes over a minute or too much memory is given up.
 */
export async function pdfApart(document: Document, options?: PdfOptions): Promise<Buffer> {
  while (running >= AT_ONCE) await new Promise<void>((resume) => waiting.push(resume))
  running += 1
  try {
    return await set({ document, options })
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

function set(job: PdfJob): Promise<Buffer> {
  const worker = new Worker(new URL("./pdf-worker.ts", import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  return new Promise((resolve, reject) => {
    const giveUp = (cause?: unknown) =>
      reject(
        new ProblemError("too_large", {
          detail: "That’s too much for one PDF. Nothing was changed; the Markdown download holds all of it.",
          cause,
        }),
      )
    const timer = setTimeout(() => void worker.terminate(), WALL_CLOCK_MS)
    worker.once("message", (bytes: Uint8Array) => resolve(Buffer.from(bytes)))
    worker.once("error", giveUp)
    worker.once("exit", () => {
      clearTimeout(timer)
      giveUp()
    })
  })
}
