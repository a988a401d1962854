import { FiledRecording, MAX_PRACTICE_FILE } from "@backfill/contract"
import { z } from "zod"
import type { client } from "../../app/client.ts"
import type { KeptTake, Outcome, Remote, UploadDeps, UploadState } from "../recordings/index.ts"
import { fileFault } from "./file-fault.ts"
import { isZip, openPracticeZip, type ZippedMedia } from "./practice-zip.ts"

export type Brought = Awaited<ReturnType<typeof client.practiceData.bring>>
type BroughtRecording = Awaited<ReturnType<typeof client.practiceData.bringRecording>>

/** A recording that wasn’t taken in, and why. Its time is empty where it isn’t known. */
export type Stayed = { id: string; createdAt: string; story: string | undefined; why: string }

/** How taking a file in ended. With `stopped`, what arrived is kept, and the same file goes on from there. */
export type TakenIn = {
  brought: Brought
  /** Null where the file has no picture and sound. */
  recordings: { arrived: number; alreadyHere: number; stayed: Stayed[]; stopped: boolean } | null
}

/** How far it is. Bytes are those of recordings that go up; `nth` counts from 1. */
export type Step =
  | { at: "reading" }
  | {
      at: "recordings"
      nth: number
      of: number
      sent: number
      bytes: number
      state: UploadState["at"] | "checking"
    }

export type TakeInDeps = {
  bring: (json: Blob) => Promise<Brought>
  bringRecording: (filed: FiledRecording) => Promise<BroughtRecording>
  remote: Omit<Remote, "create">
  upload: (id: string, deps: UploadDeps) => Promise<Outcome>
  random: () => number
  wait: (ms: number) => Promise<void>
  signal: AbortSignal
  onStep: (step: Step) => void
}

/**
 * Takes a file of one’s practice in: its JSON in one request, as ever, and where it is a ZIP, then each recording by the same
 * resumable upload that recording itself uses, read from the file piece by piece. What is here already isn’t sent. A refused
 * recording stays behind with the reason, and the next ones go on. Throws where nothing was taken in.
 */
export async function takeIn(file: Blob, deps: TakeInDeps): Promise<TakenIn> {
  deps.onStep({ at: "reading" })
  if (!(await isZip(file))) {
    if (file.size > MAX_PRACTICE_FILE)
      throw fileFault(
        `A JSON file of over ${MAX_PRACTICE_FILE / 1_000_000} MB is more than Backfill writes, so nothing was taken in.`,
      )
    return { brought: await deps.bring(file), recordings: null }
  }
  const { json, media } = await openPracticeZip(file)
  const brought = await deps.bring(json)
  const { known, stayed } = readFiled(await json.text())
  const sum = { arrived: 0, alreadyHere: 0, stayed, stopped: false }
  const there: (Named & { media: ZippedMedia })[] = []
  for (const one of known) {
    const found = one.filed.file === null ? undefined : media.get(one.filed.file.name)
    if (found && found.bytes === one.filed.file?.bytes) there.push({ ...one, media: found })
    else if (await isHere(one.filed, deps)) sum.alreadyHere++
    else stayed.push(stay(one, whyMissing(one.filed, found)))
  }
  for (const name of media.keys())
    if (!known.some(({ filed }) => filed.file?.name === name))
      stayed.push({ id: name, createdAt: "", story: undefined, why: UNNAMED })
  const bytes = there.reduce((all, one) => all + one.media.bytes, 0)
  let sent = 0
  for (const [at, one] of there.entries()) {
    if (deps.signal.aborted) break
    const tell = (more: number, state: UploadState["at"] | "checking") =>
      deps.onStep({ at: "recordings", nth: at + 1, of: there.length, sent: sent + more, bytes, state })
    const end = await sendOne(one.filed, one.media, deps, tell)
    sent += one.media.bytes
    if (end === "arrived") sum.arrived++
    else if (end === "here") sum.alreadyHere++
    else if (end !== "stopped") stayed.push(stay(one, end.why))
  }
  return { brought, recordings: { ...sum, stopped: deps.signal.aborted } }
}

const UNNAMED = "Nothing in the file says what it is."

type Named = { filed: FiledRecording; story: string | undefined }
const stay = ({ filed, story }: Named, why: string): Stayed => ({
  id: filed.id,
  createdAt: filed.createdAt,
  story,
  why,
})

/** Asks about one that can’t be sent whether it is here already. */
const isHere = (filed: FiledRecording, { bringRecording }: TakeInDeps): Promise<boolean> =>
  bringRecording({ ...filed, file: null }).then(
    ({ send }) => !send,
    () => false,
  )

function whyMissing({ file }: FiledRecording, found: ZippedMedia | undefined): string {
  if (file === null) return "When the file was written, it was still on its way."
  return found === undefined
    ? "Its picture and sound aren’t in the file."
    : "Its picture and sound in the file aren’t as long as the file says."
}

const Listed = z.object({
  stories: z.array(z.object({ id: z.string(), title: z.string() })).default([]),
  recordings: z.array(z.object({ id: z.string() }).loose()).default([]),
})

/** The recordings of a file that the server has found sound, the oldest first, so that takes keep their order. */
function readFiled(json: string): { known: Named[]; stayed: Stayed[] } {
  const { stories, recordings } = Listed.parse(JSON.parse(json))
  const titles = new Map(stories.map(({ id, title }) => [id, title]))
  const [known, stayed]: [Named[], Stayed[]] = [[], []]
  for (const { id, ...rest } of recordings) {
    const read = FiledRecording.safeParse({ id, ...rest })
    if (read.success) known.push({ filed: read.data, story: titles.get(read.data.storyId ?? "") })
    else
      stayed.push({
        id,
        createdAt: "",
        story: undefined,
        why: `At “${read.error.issues[0]?.path.join(".")}” the file holds something unexpected.`,
      })
  }
  const age = ({ filed }: Named) => Date.parse(filed.createdAt)
  return { known: known.toSorted((one, other) => age(one) - age(other)), stayed }
}

type End = "arrived" | "here" | "stopped" | { why: string }

async function sendOne(
  filed: FiledRecording,
  zipped: ZippedMedia,
  deps: TakeInDeps,
  tell: (more: number, state: UploadState["at"] | "checking") => void,
): Promise<End> {
  let [here, came] = [false, 0]
  let media: Blob | undefined
  const { signal, remote } = deps
  tell(0, "sending")
  const outcome = await deps.upload(filed.id, {
    store: storeOf(filed, zipped.bytes, () => media),
    remote: {
      ...remote,
      create: async () => {
        const { recording, send } = await deps.bringRecording(filed)
        here = !send
        if (send) {
          tell(recording.offset, "checking")
          media ??= await verified(
            zipped,
            signal,
            () => recording.offset === 0 && remote.remove(recording.id),
          )
        }
        return recording
      },
      read: (id) => (here ? Promise.resolve({ id, state: "received", offset: 0 }) : remote.read(id)),
    },
    random: deps.random,
    wait: deps.wait,
    stopped: () => signal.aborted,
    onProgress: (offset, { at }) => {
      if (offset >= 0) came = offset
      tell(came, at)
    },
  })
  if (here) return "here"
  if (outcome.end === "stored") return "arrived"
  return outcome.end === "stopped" ? { why: outcome.why } : "stopped"
}

/** Where a recording lies in the file, once it is found undamaged; what was begun for a damaged one is taken back. */
async function verified(zipped: ZippedMedia, signal: AbortSignal, takeBack: () => unknown): Promise<Blob> {
  try {
    return await zipped.verified(signal)
  } catch (error) {
    if (signal.aborted) throw error
    await takeBack()
    throw fileFault(
      "It is damaged in the file, so it wasn’t sent. Another copy of the file may have it whole.",
    )
  }
}

/** A recording in a file, as an upload looks at what this device keeps. Nothing of it is copied. */
function storeOf(filed: FiledRecording, bytes: number, media: () => Blob | undefined): UploadDeps["store"] {
  let take: KeptTake = {
    id: filed.id,
    owner: "",
    kind: filed.kind,
    mediaType: "",
    createdAt: 0,
    key: filed.id,
    remoteId: undefined,
    bytes,
    durationMs: 0,
    ending: "chosen",
  }
  return {
    read: async () => take,
    change: async (_id, part) => {
      take = { ...take, ...part }
    },
    slice: async (_id, start, end) => {
      try {
        return new Uint8Array((await media()?.slice(start, end).arrayBuffer()) ?? new ArrayBuffer(0))
      } catch {
        throw fileFault(
          "Your device can’t read the file any more; perhaps it was moved or changed. What arrived is safe: choose it again to go on.",
        )
      }
    },
  }
}
