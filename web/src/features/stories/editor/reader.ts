import type { Details, Reading } from "@backfill/coach"

/** What is read: a text, under the theme it answers. */
export type Ask = { text: string; theme: string | undefined }

/** What the coach made of a text, with its findings in order of importance. Every position points into `text`. */
export type StoryReading = Reading & Ask & { details: Details }

/**
 * Asks a worker to read texts, one at a time. While it reads, only the latest text waits: whoever types fast skips
 * versions and never queues them up.
 */
export class Reader {
  readonly #worker: Pick<Worker, "postMessage" | "terminate" | "onmessage">
  #waiting: Ask | undefined
  #busy = false

  constructor(
    worker: Pick<Worker, "postMessage" | "terminate" | "onmessage">,
    hear: (reading: StoryReading) => void,
  ) {
    this.#worker = worker
    worker.onmessage = ({ data }: MessageEvent<StoryReading>) => {
      this.#busy = false
      const next = this.#waiting
      this.#waiting = undefined
      if (next) this.read(next)
      hear(data)
    }
  }

  read(ask: Ask): void {
    if (this.#busy) {
      this.#waiting = ask
      return
    }
    this.#busy = true
    this.#worker.postMessage(ask)
  }

  close(): void {
    this.#worker.terminate()
  }
}
