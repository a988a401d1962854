import type { IncomingHttpHeaders } from "node:http"
import type { FastifyReply } from "fastify"
import { ProblemError } from "../problem-error.ts"

export const TUS_VERSION = "1.0.0"
const EXTENSIONS = "creation,creation-defer-length,checksum,termination,expiration"

const single = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(",") : value
/** A count of bytes, digits only: neither signs nor fractions nor more than a number holds exactly. */
function count(text: string | undefined): number | undefined {
  const value = text !== undefined && /^\d{1,16}$/.test(text) ? Number(text) : undefined
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined
}

/** Throws tus_version unless the request speaks our version of tus. */
export function requireTus(headers: IncomingHttpHeaders): void {
  if (headers["tus-resumable"] !== TUS_VERSION) throw new ProblemError("tus_version")
}

/** What a creation says of the length: a number, or null for “told later”. */
export function readCreation(headers: IncomingHttpHeaders): { length: number | null } {
  requireTus(headers)
  const given = single(headers["upload-length"])
  const deferred = single(headers["upload-defer-length"])
  if (given === undefined && deferred === "1") return { length: null }
  const length = count(given)
  if (length === undefined || deferred !== undefined) throw new ProblemError("upload_headers")
  return { length }
}

/** Where a chunk belongs, how long the whole is if that is said, and the SHA-256 in hex that the chunk should have. */
export interface ChunkHeaders {
  offset: number
  length: number | undefined
  digest: string | undefined
}

export function readChunk(headers: IncomingHttpHeaders): ChunkHeaders {
  requireTus(headers)
  if (!/^application\/offset\+octet-stream$/i.test(headers["content-type"] ?? ""))
    throw new ProblemError("unsupported_media")
  const offset = count(single(headers["upload-offset"]))
  if (offset === undefined) throw new ProblemError("upload_offset")
  const given = single(headers["upload-length"])
  const length = count(given)
  if (given !== undefined && length === undefined) throw new ProblemError("upload_headers")
  return { offset, length, digest: readChecksum(single(headers["upload-checksum"])) }
}

function readChecksum(header: string | undefined): string | undefined {
  if (header === undefined) return undefined
  const [, encoded = ""] = /^sha256 ([A-Za-z0-9+/]{43}=)$/.exec(header) ?? []
  if (encoded === "") throw new ProblemError("upload_headers")
  return Buffer.from(encoded, "base64").toString("hex")
}

/** How far an upload is, as tus says it. */
export interface Progress {
  offset: number
  length: number | null
  expiresAt: Date | null
}

/** Says so in the headers of an answer, whatever else is in it. */
export function sayProgress(reply: FastifyReply, { offset, length, expiresAt }: Progress): FastifyReply {
  reply.header("tus-resumable", TUS_VERSION).header("upload-offset", String(offset))
  if (length === null) reply.header("upload-defer-length", "1")
  else reply.header("upload-length", String(length))
  if (expiresAt) reply.header("upload-expires", expiresAt.toUTCString())
  return reply
}

/** What of tus is spoken here, for OPTIONS. */
export const sayProtocol = (reply: FastifyReply, maxSize: number): FastifyReply =>
  reply
    .status(204)
    .header("tus-resumable", TUS_VERSION)
    .header("tus-version", TUS_VERSION)
    .header("tus-extension", EXTENSIONS)
    .header("tus-max-size", String(maxSize))
    .header("tus-checksum-algorithm", "sha256")
