import { randomUUID } from "node:crypto"
import { type IncomingMessage, request as askPlainly } from "node:http"
import { request as askSecurely } from "node:https"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { MAX_TRANSCRIPT } from "@backfill/contract"
import { ProblemError } from "../../platform/problem-error.ts"
import { readTranscript, refusalOf } from "./transcription-answer.ts"

/** Where transcripts come from. */
export interface TranscriptionService {
  /** The base of its API, e.g. `http://127.0.0.1:8000/v1`. */
  base: string
  key: string
  model: string
}

/** A stored recording. */
export interface Sound {
  mediaType: string
  bytes: number
  open(): Readable
}

/** How long we wait for a transcript, and how long it may be in bytes, escaped as JSON allows. */
const TIMEOUT_MS = 300_000
const MAX_ANSWER = 8 * MAX_TRANSCRIPT

/** Services go by the name’s ending, so it says what the file is. */
const ENDINGS: Record<string, string> = { "video/quicktime": "mov", "video/x-matroska": "mkv" }
const endingOf = (mediaType: string): string => ENDINGS[mediaType] ?? mediaType.split("/").at(-1) ?? ""

/**
 * Has a service write down what is said in a recording, which is streamed there and kept nowhere on the way. No
 * redirect is followed. Throws a ProblemError of `transcription_…` that says what happened, holding neither the key nor
 * anything that the service wrote.
 */
export async function transcribe(
  service: TranscriptionService,
  sound: Sound,
  { signal, timeoutMs = TIMEOUT_MS }: { signal: AbortSignal; timeoutMs?: number },
): Promise<string> {
  const tooSlow = AbortSignal.timeout(timeoutMs)
  const over = new AbortController()
  let unread: unknown
  try {
    const answer = await send(service, sound, AbortSignal.any([signal, tooSlow, over.signal]), (error) => {
      unread = error
    })
    const refusal = refusalOf(answer.statusCode ?? 0)
    if (refusal) throw refusal
    return readTranscript(await readAll(answer))
  } catch (error) {
    if (unread !== undefined) throw unread
    if (error instanceof ProblemError) throw error
    // The error itself may hold bytes of the answer, so only its code goes on.
    const cause = new Error(`transcription: ${(error as NodeJS.ErrnoException).code ?? "broke off"}`)
    throw new ProblemError(tooSlow.aborted ? "transcription_slow" : "transcription_failed", { cause })
  } finally {
    over.abort()
  }
}

/** Sends the recording as a form; answers as soon as the service does. `failed` hears of a file that can’t be read. */
function send(
  { base, key, model }: TranscriptionService,
  { mediaType, bytes, open }: Sound,
  signal: AbortSignal,
  failed: (error: unknown) => void,
): Promise<IncomingMessage> {
  const address = new URL(`${base.replace(/\/+$/, "")}/audio/transcriptions`)
  const boundary = `backfill-${randomUUID()}`
  const field = (about: string, value = "") =>
    `--${boundary}\r\nContent-Disposition: form-data; ${about}\r\n\r\n${value}`
  const head = Buffer.from(
    [
      field('name="model"', `${model}\r\n`),
      field('name="response_format"', "json\r\n"),
      field(`name="file"; filename="recording.${endingOf(mediaType)}"\r\nContent-Type: ${mediaType}`),
    ].join(""),
  )
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`)
  async function* form(): AsyncGenerator<Buffer> {
    yield head
    try {
      yield* open() as AsyncIterable<Buffer>
    } catch (error) {
      failed(error)
      throw error
    }
    yield tail
  }
  return new Promise((resolve, reject) => {
    const request = (address.protocol === "https:" ? askSecurely : askPlainly)(address, {
      method: "POST",
      agent: false,
      signal,
      headers: {
        accept: "application/json",
        "content-type": `multipart/form-data; boundary=${boundary}`,
        "content-length": head.length + bytes + tail.length,
        ...(key !== "" && { authorization: `Bearer ${key}` }),
      },
    })
    request.once("response", (answer) => {
      // An answer that is dropped half-way may still complain.
      answer.on("error", () => {})
      resolve(answer)
    })
    request.on("error", reject)
    // A service may answer before it has read everything; then its answer counts.
    pipeline(Readable.from(form()), request).catch(reject)
  })
}

async function readAll(answer: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of answer as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > MAX_ANSWER) throw new ProblemError("transcription_unreadable")
    parts.push(part)
  }
  return Buffer.concat(parts)
}
