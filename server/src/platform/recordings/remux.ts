import { join } from "node:path"
import { z } from "zod"
import { runLimited } from "../limited-child.ts"
import type { Container } from "./sniff.ts"

/**
 * A start on a busy machine, and a second for every so many bytes. Packets take time rather than bytes, and sound has as many
 * of them in far fewer bytes: an hour of it is copied in eight seconds of two cores here, whatever its size.
 */
const LEAST_SECONDS = 15
const BYTES_PER_SECOND = { video: 4_000_000, audio: 500_000 }
const MAX_OUTPUT = 64 * 1024

const Playable = z.object({
  durationMs: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  width: z.number().int().min(1).max(65_535).nullable(),
  height: z.number().int().min(1).max(65_535).nullable(),
  mediaType: z.string().regex(/^(video|audio)\/(webm|mp4|quicktime|x-matroska)(; ?codecs="[\w., -]*")?$/),
})
/** How the copy plays; or why there is none, in words for the log. */
export type Remuxed = z.infer<typeof Playable> | { fault: string }

const CHILD = join(import.meta.dirname, "remux-child.ts")

/**
 * Copies a recording into a file at `to` that knows its length and can be sought, in a child process with limits on time,
 * memory, file size and the file system. Whatever the file does to it, the answer comes within six minutes.
 */
export async function remux(
  from: string,
  to: string,
  { container, kind, bytes }: { container: Container; kind: "video" | "audio"; bytes: number },
): Promise<Remuxed> {
  const { line, ended } = await runLimited(CHILD, [from, to, container, kind], {
    seconds: LEAST_SECONDS + Math.ceil(bytes / BYTES_PER_SECOND[kind]),
    patience: 3,
    read: [from, to],
    write: [to],
    writes: 2 * bytes + 1_000_000,
    says: MAX_OUTPUT,
  })
  return readAnswer(line) ?? { fault: `ended with ${ended}` }
}

function readAnswer(line: string): Remuxed | undefined {
  try {
    const answer: unknown = JSON.parse(line)
    return z.union([Playable, z.object({ fault: z.string().max(2000) })]).parse(answer)
  } catch {
    return undefined
  }
}
