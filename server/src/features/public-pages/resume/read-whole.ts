import type { Readable } from "node:stream"

/** A stored file in memory; only for files whose size was limited when they came in. */
export async function readWhole(source: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of source) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
