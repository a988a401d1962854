import { Readable } from "node:stream"
import type { FastifyReply, FastifyRequest } from "fastify"
import { ProblemError } from "../problem-error.ts"
import type { ByteRange, Storage } from "../storage.ts"
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

/**
 * Answers with a recording or the part of it that was asked for. It plays inside our own pages and nowhere else: no
 * sniffing, no scripts, a fixed list of types. Each request is judged anew, so access that ended has ended.
 */
export function sendMedia(
  request: FastifyRequest,
  reply: FastifyReply,
  storage: Storage,
  row: CommonRow,
): FastifyReply {
  const { fileKey, fileBytes, digest } = row
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
  const [type = "application/octet-stream"] = PLAYED.exec(row.mediaType ?? "") ?? []
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
  return reply.send(request.method === "HEAD" ? Readable.from([]) : storage.read(fileKey, { start, end }))
}
