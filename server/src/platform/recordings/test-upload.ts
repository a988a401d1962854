import { createHash, randomBytes } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { TestApp } from "../testing/test-app.ts"

export const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, "fixtures", name))
/** Three seconds of a test picture and a tone: as a browser records, without a length; and as a phone stores it. */
export const LIVE_WEBM = fixture("live.webm")
export const PHONE_MP4 = fixture("phone.mp4")

/** A movie without an index: it can’t be made seekable, so in the end it has to be here to the byte. */
export function longMovie(bytes: number): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(bytes + 8)
  head.write("mdat", 4)
  return Buffer.concat([PHONE_MP4.subarray(0, 32), head, randomBytes(bytes)])
}

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex")
export const checksum = (bytes: Uint8Array): string =>
  `sha256 ${createHash("sha256").update(bytes).digest("base64")}`

/** An answer with its problem’s id, where it is one. */
export interface Answered {
  status: number
  id: string
  headers: Headers
  text: string
}

/** Speaks tus to a server as a browser would, one request at a time. */
export class TestUploader {
  readonly #t: Pick<TestApp, "fetch">
  readonly #cookie: string

  constructor(t: Pick<TestApp, "fetch">, cookie: string) {
    this.#t = t
    this.#cookie = cookie
  }

  async send(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: Uint8Array,
  ): Promise<Answered> {
    const answer = await this.#t.fetch(path, {
      method,
      headers: { cookie: this.#cookie, "x-backfill": "1", "tus-resumable": "1.0.0", ...headers },
      body: body as RequestInit["body"],
    })
    const text = await answer.text()
    const isProblem = answer.headers.get("content-type")?.startsWith("application/problem+json") ?? false
    const id = isProblem && text !== "" ? (JSON.parse(text) as { id: string }).id : ""
    return { status: answer.status, id, headers: answer.headers, text }
  }

  /** Begins an upload whose length is told later; answers its address. */
  async create(
    path: string,
    headers: Record<string, string> = { "upload-defer-length": "1" },
  ): Promise<string> {
    const answer = await this.send("POST", path, headers)
    if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`)
    return answer.headers.get("location") ?? ""
  }

  /** Sends bytes from an offset; with `whole`, says that this is how long it is. */
  patch(
    at: string,
    offset: number | string,
    body: Uint8Array,
    more: Record<string, string> = {},
  ): Promise<Answered> {
    const headers = {
      "content-type": "application/offset+octet-stream",
      "upload-offset": String(offset),
      "upload-checksum": checksum(body),
      ...more,
    }
    return this.send("PATCH", at, headers, body)
  }

  /** Some bytes of a file, both ends included. */
  async part(path: string, start: number, end: number): Promise<Buffer> {
    const headers = { cookie: this.#cookie, range: `bytes=${start}-${end}` }
    return Buffer.from(await (await this.#t.fetch(path, { headers })).arrayBuffer())
  }

  async offset(at: string): Promise<number> {
    return Number((await this.send("HEAD", at)).headers.get("upload-offset"))
  }

  /** Sends all of a file in pieces, its length with the last. */
  async all(at: string, bytes: Uint8Array, piece = 8192): Promise<void> {
    for (let offset = 0; offset < bytes.length; offset += piece) {
      const chunk = bytes.subarray(offset, offset + piece)
      const last = offset + chunk.length === bytes.length
      const more: Record<string, string> = last ? { "upload-length": String(bytes.length) } : {}
      const answer = await this.patch(at, offset, chunk, more)
      if (answer.status !== 204) throw new Error(`${answer.status} ${answer.text}`)
    }
  }
}
