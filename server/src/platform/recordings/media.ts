import { Readable } from "node:stream"
import type { Call } from "../http/call.ts"
import { JUDGED_MS, judgeAgain } from "../http/judge-again.ts"
import { ProblemError } from "../problem-error.ts"
import type { ByteRange } from "../storage.ts"
import type { CommonRow } from "./shelf.ts"

/** What of a file a request asks for: all of it, a part, or a part that isn’t there. */
export type Asked = { whole: true } | ({ whole: false } & ByteRange) | "outside"

/**
 * Reads a Range header for a file of `size` bytes. Several ranges, and what isn’t a range of bytes, are answered with the
 * whole, as HTTP allows (RFC 9110, 14.2).
 */
export function readRange(header: string | undefined, size: number): Asked {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "") ?? []
  if (first === "" && last === "") return { whole: true }
  if (first === "") {
    const length = Math.min(Number(last), size)
    return length === 0 ? "outside" : { whole: false, start: size - length, end: size - 1 }
  }
  const start = Number(first)
  const end = last === "" ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== "" && Number(last) < start) return { whole: true }
  return start >= size ? "outside" : { whole: false, start, end }
}

const PLAYED = /^(video|audio)\/(webm|mp4|quicktime|x-matroska)/

/** Passes bytes on and judges now and then, as they are asked for; ends in the middle where nobody may have them any more. */
async function* judged(bytes: Readable, judge: () => Promise<unknown>): AsyncGenerator<Uint8Array> {
  let at = Date.now()
  for await (const chunk of bytes) {
    if (Date.now() - at > JUDGED_MS) {
      await judge()
      at = Date.now()
    }
    yield chunk as Uint8Array
  }
}

/**
 * Answers with a recording or the part of it that was asked for. It plays inside our own pages and nowhere else: no
 * sniffing, no scripts, a fixed list of types. `judge` finds it for whoever may have it and throws for others: at each
 * request, and while a long one goes on, so access that ended has ended.
 */
export async function sendMedia<C extends Call>(
  call: C,
  judge: (call: C) => Promise<CommonRow>,
): Promise<undefined> {
  const { request, reply, app } = call
  const { fileKey, fileBytes, digest, mediaType } = await judge(call)
  if (fileKey === null || fileBytes === null || digest === null)
    throw new ProblemError("wrong_state", {
      detail: "This recording is still being made ready to play. Nothing is lost; look again in a moment.",
    })
  const etag = `"${digest}"`
  const condition = request.headers["if-range"]
  const header = condition === undefined || condition === etag ? request.headers.range : undefined
  const asked = readRange(header, fileBytes)
  reply.header("accept-ranges", "bytes").header("etag", etag)
  if (asked === "outside") {
    reply.header("content-range", `bytes */${fileBytes}`)
    throw new ProblemError("range_outside")
  }
  const { start, end } = asked.whole ? { start: 0, end: fileBytes - 1 } : asked
  const [type = "application/octet-stream"] = PLAYED.exec(mediaType ?? "") ?? []
  reply
    .header("content-type", type)
    .header(
      "content-disposition",
      `inline; filename="recording.${type.split("/").at(-1)?.replace("x-", "")}"`,
    )
    .header("content-security-policy", "sandbox; default-src 'none'")
    .header("content-length", String(end - start + 1))
  if (!asked.whole) reply.status(206).header("content-range", `bytes ${start}-${end}/${fileBytes}`)
  // A stream keeps the length that stands in the header; to HEAD nothing of it is sent.
  if (request.method === "HEAD") return void reply.send(Readable.from([]))
  const bytes = app.storage.read(fileKey, { start, end })
  const again = async () => judge(await judgeAgain(call))
  reply.send(Readable.from(judged(bytes, again), { objectMode: false }))
}
