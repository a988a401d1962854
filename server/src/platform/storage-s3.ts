import { randomUUID } from "node:crypto"
import { mkdir, open, readdir, rm } from "node:fs/promises"
import { join } from "node:path"
import { Readable } from "node:stream"
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3"
import type { Config } from "./config/settings.ts"
import { ProblemError } from "./problem-error.ts"
import { type ByteRange, FOLDER, KEY, keyOf, type Storage } from "./storage.ts"
import { spool, tidyFolder } from "./storage-local.ts"

export type S3Settings = Pick<
  Config,
  "BACKFILL_S3_BUCKET" | "BACKFILL_S3_ENDPOINT" | "BACKFILL_S3_REGION" | "BACKFILL_S3_KEY"
>

/** So long, in ms, a store may take to begin an answer, or to go on with one; a file on its way there has more by its size. */
const PATIENCE_MS = 30_000
const BYTES_PER_MS = 1000

/** A client for the object store that the settings name; without a key it looks where Amazon’s tools look. */
function openClient(settings: S3Settings, requestTimeout: number): S3Client {
  const [accessKeyId = "", ...secret] = settings.BACKFILL_S3_KEY.split(":")
  return new S3Client({
    region: settings.BACKFILL_S3_REGION,
    // Ours says the hash of the whole; a trailer after the body is what many compatible stores don’t understand.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: { connectionTimeout: 5000, requestTimeout, throwOnRequestTimeout: true },
    ...(settings.BACKFILL_S3_ENDPOINT
      ? { endpoint: settings.BACKFILL_S3_ENDPOINT, forcePathStyle: true }
      : {}),
    ...(accessKeyId ? { credentials: { accessKeyId, secretAccessKey: secret.join(":") } } : {}),
  })
}

const checked = (key: string, form = KEY): string => {
  if (!form.test(key)) throw new ProblemError("not_found")
  return key
}

/**
 * Storage in a bucket. A file waits in a local folder until its size and hash are known, and is acknowledged when the
 * store has said that it has it; reading asks the store for the range alone. A store that says nothing for `patience` ms is
 * away: every failure is told as unavailable.
 */
export async function s3Storage(
  settings: S3Settings,
  root: string,
  patience = PATIENCE_MS,
): Promise<Storage> {
  const waiting = join(root, "incoming")
  await mkdir(waiting, { recursive: true, mode: 0o700 })
  const client = openClient(settings, patience)
  const Bucket = settings.BACKFILL_S3_BUCKET
  async function* bytesOf(key: string, range?: ByteRange): AsyncGenerator<Uint8Array> {
    const Range = range && `bytes=${range.start}-${range.end}`
    const asked = new GetObjectCommand({ Bucket, Key: checked(key), Range })
    const { Body } = await client.send(asked).catch((error: unknown) => {
      throw unavailable(error)
    })
    yield* moving(Body as Readable, patience)
  }
  async function* listUnder(Prefix: string): AsyncGenerator<{ key: string; writtenAt: Date }> {
    for (let ContinuationToken: string | undefined; ; ) {
      const asked = new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken })
      const page = await client.send(asked).catch((error: unknown) => {
        throw unavailable(error)
      })
      for (const { Key = "", LastModified } of page.Contents ?? [])
        if (KEY.test(Key) && LastModified) yield { key: Key, writtenAt: LastModified }
      if (!page.IsTruncated) return
      ContinuationToken = page.NextContinuationToken
    }
  }
  const remove = async (key: string) => {
    await client.send(new DeleteObjectCommand({ Bucket, Key: checked(key) })).catch((error: unknown) => {
      throw unavailable(error)
    })
  }
  return {
    root,
    async put(source, limit, folder) {
      const id = randomUUID()
      const Key = checked(keyOf(id, folder))
      // The name says whose it is, so that a deletion finds it here, too.
      const incoming = join(waiting, folder === undefined ? id : `${folder.replace("/", ".")}.${id}`)
      const { bytes, digest } = await spool(source, incoming, limit)
      const file = await open(incoming, "r").catch((cause: unknown) => {
        // Its folder was cleared while the last bytes came.
        throw new ProblemError("upload_gone", { cause })
      })
      try {
        const Body = file.createReadStream({ autoClose: false })
        const ChecksumSHA256 = Buffer.from(digest, "hex").toString("base64")
        const object = { Bucket, Key, Body, ContentLength: bytes, ChecksumSHA256 }
        await client.send(new PutObjectCommand(object), { requestTimeout: patience + bytes / BYTES_PER_MS })
      } catch (error) {
        throw unavailable(error)
      } finally {
        await file.close()
        await rm(incoming, { force: true })
      }
      return { key: Key, bytes, digest }
    },
    read: (key, range) => Readable.from(bytesOf(key, range), { objectMode: false }),
    remove,
    list: () => listUnder("recordings/"),
    async clear(folder) {
      const own = `${checked(folder, FOLDER).replace("/", ".")}.`
      for (const name of await readdir(waiting))
        if (name.startsWith(own)) await rm(join(waiting, name), { force: true })
      for await (const { key } of listUnder(`${folder}/`)) await remove(key)
    },
    tidy: (before) => tidyFolder(waiting, before),
  }
}

/** Breaks off when the store sends nothing for long; whoever reads slowly is waited for. */
async function* moving(body: Readable, patience: number): AsyncGenerator<Uint8Array> {
  const late = () => body.destroy(new Error(`the store sent nothing for ${patience} ms`))
  let timer = setTimeout(late, patience)
  try {
    for await (const chunk of body) {
      clearTimeout(timer)
      yield chunk as Uint8Array
      timer = setTimeout(late, patience)
    }
  } catch (error) {
    throw unavailable(error)
  } finally {
    clearTimeout(timer)
  }
}

/** The store’s own words go to the log; the person hears that nothing was lost. */
const unavailable = (cause: unknown): ProblemError =>
  new ProblemError("unavailable", {
    detail:
      "The place where files are kept can’t be reached just now. Nothing was lost; try again in a minute.",
    retryAfter: 5,
    cause,
  })
