import type { FiledRecording } from "@backfill/contract"
import { describe, expect, it } from "vitest"
import { ProblemError } from "../../app/api.ts"
import { uploadTake } from "../recordings/upload.ts"
import { type Step, takeIn, type TakeInDeps } from "./take-in.ts"
import { takenInWords } from "./take-in-words.ts"
import { type Made, text, zipOf } from "./zip.test-data.ts"

const idOf = (n: number) => `0415d7ef-6d8f-465c-9dc7-00000000000${n}`
const STORY = "7b2f3f0e-0e0b-4d7e-9a3a-2f6f1f0b7a10"
const bytesOf = (n: number) => Uint8Array.from({ length: 900_000 + n }, (_, at) => (at * n) % 251)

const filed = (n: number, change: Partial<FiledRecording> = {}): FiledRecording => ({
  id: idOf(n),
  kind: "audio",
  take: n,
  createdAt: `2026-03-0${n}T10:00:00Z`,
  storyId: STORY,
  kitId: null,
  itemId: null,
  noted: null,
  file: { name: `recordings/${idOf(n)}.webm`, bytes: bytesOf(n).length, digest: "a".repeat(64) },
  ...change,
})
const media = (n: number): Made => ({ name: `recordings/${idOf(n)}.webm`, bytes: bytesOf(n) })
const json = (recordings: readonly object[]): Made => ({
  name: "practice.json",
  bytes: text(JSON.stringify({ stories: [{ id: STORY, title: "Night" }], recordings })),
})
const problem = (status: number, id: string, detail: string) =>
  new ProblemError({ type: "about:blank", id, title: id, detail, status })

/** A server that keeps recordings, has room for so many bytes, and fails once after so many pieces. */
function server({ room = Number.POSITIVE_INFINITY, failAt = -1 } = {}) {
  const kept = new Map<string, { bytes: number[]; length: number }>()
  const seen = { brought: [] as string[], pieces: 0, removed: [] as string[] }
  const open = (id: string) => {
    const found = kept.get(id)
    if (!found) throw problem(410, "upload_gone", "Gone.")
    return found
  }
  const shown = (id: string) => {
    const { bytes, length } = open(id)
    return {
      id,
      offset: bytes.length,
      state: bytes.length === length ? ("received" as const) : ("receiving" as const),
    }
  }
  const deps: Omit<TakeInDeps, "signal" | "onStep"> = {
    bring: async (part) => {
      seen.brought.push(await part.text())
      return { added: { stories: 1 }, alreadyHere: 0, leftBehind: { mocks: 0, recordings: 2 } }
    },
    bringRecording: async ({ id, file }) => {
      const before = kept.get(id)
      if (!before && !file) throw problem(422, "invalid_request", "No file.")
      const taken = [...kept.values()].reduce((sum, { length }) => sum + length, 0)
      if (!before && taken + (file?.bytes ?? 0) > room)
        throw problem(507, "storage_full", "Your space is full.")
      if (!before) kept.set(id, { bytes: [], length: file?.bytes ?? 0 })
      const recording = shown(id)
      return { recording: recording as never, send: recording.state === "receiving" }
    },
    remote: {
      read: async (id) => shown(id),
      append: async (id, { offset, bytes }) => {
        if (seen.pieces++ === failAt) throw new TypeError("Failed to fetch")
        const found = open(id)
        if (offset !== found.bytes.length) throw problem(409, "upload_offset", "Elsewhere.")
        for (const byte of bytes) found.bytes.push(byte)
      },
      remove: async (id) => {
        seen.removed.push(id)
        kept.delete(id)
      },
    },
    upload: uploadTake,
    random: () => 0,
    wait: () => new Promise((resolve) => setTimeout(resolve, 1)),
  }
  return { deps, kept, seen }
}

const run = async (
  file: Blob,
  { deps }: ReturnType<typeof server>,
  {
    signal = new AbortController().signal,
    onStep = () => {},
  }: Partial<Pick<TakeInDeps, "signal" | "onStep">> = {},
) => takeIn(file, { ...deps, signal, onStep })
const whole = (there: ReturnType<typeof server>, n: number) => {
  const [got, want] = [there.kept.get(idOf(n))?.bytes ?? [], bytesOf(n)]
  return got.length === want.length && want.every((byte, at) => got[at] === byte)
}

describe("taking a file in", () => {
  it("sends a JSON file as it is", async () => {
    const there = server()
    const taken = await run(new Blob(['{"a":1}']), there)
    expect(there.seen.brought).toEqual(['{"a":1}'])
    expect(takenInWords(taken)).toMatch(/1 of them a story\. 2 recordings stay behind/)
  })

  it("sends the JSON of a ZIP, then each recording, the oldest first, and nothing the second time", async () => {
    const there = server({ failAt: 1 })
    const zip = zipOf([json([filed(2), filed(1)]), media(1), media(2)])
    const steps: Step[] = []
    const taken = await run(zip, there, { onStep: (step) => void steps.push(step) })
    expect(JSON.parse(there.seen.brought[0] ?? "").recordings).toHaveLength(2)
    expect([whole(there, 1), whole(there, 2), [...there.kept.keys()]]).toEqual([
      true,
      true,
      [idOf(1), idOf(2)],
    ])
    expect(takenInWords(taken)).toBe(
      "Taken in: 1 entry, 1 of them a story. 2 recordings came with picture and sound, and what is noted on them.",
    )
    const sent = steps.flatMap((step) => (step.at === "recordings" ? [step.sent] : []))
    expect(sent).toEqual(sent.toSorted((a, b) => a - b))
    expect([sent.at(-1), steps.at(-1)]).toMatchObject([1_800_003, { nth: 2, of: 2, bytes: 1_800_003 }])
    expect(steps.map((step) => step.at === "recordings" && step.state)).toContain("offline")
    const pieces = there.seen.pieces
    const again = await run(zip, there)
    expect(again.recordings).toEqual({ arrived: 0, alreadyHere: 2, stayed: [], stopped: false })
    expect(there.seen.pieces).toBe(pieces)
  })

  it("stops where it is told to, and goes on from there with the same file", async () => {
    const there = server()
    const zip = zipOf([json([filed(1), filed(2)]), media(1), media(2)])
    const controller = new AbortController()
    const { append } = there.deps.remote
    there.deps.remote.append = async (id, part) => {
      await append(id, part)
      if (id === idOf(2)) controller.abort()
    }
    const taken = await run(zip, there, { signal: controller.signal })
    expect(taken.recordings).toEqual({ arrived: 1, alreadyHere: 0, stayed: [], stopped: true })
    expect(takenInWords(taken)).toMatch(/Stopped: what arrived is kept/)
    const before = there.kept.get(idOf(2))?.bytes.length ?? 0
    expect(before).toBeGreaterThan(0)
    expect(whole(there, 2)).toBe(false)
    there.deps.remote.append = async (id, part) => {
      expect([id, part.offset >= before]).toEqual([idOf(2), true])
      await append(id, part)
    }
    expect((await run(zip, there)).recordings).toMatchObject({ arrived: 1, alreadyHere: 1 })
    expect(whole(there, 2)).toBe(true)
  })

  it("says which recordings stay behind and why, and takes in the rest", async () => {
    const there = server({ room: 2_000_000 })
    const zip = zipOf([
      json([
        filed(1),
        filed(2),
        filed(3),
        filed(4),
        filed(5, { file: null }),
        { id: idOf(6), kind: "opera" },
      ]),
      media(1),
      { ...media(2), crc: 1 },
      media(3),
      { name: `recordings/${idOf(7)}.mp4`, bytes: text("?") },
    ])
    const { recordings } = await run(zip, there)
    expect([recordings?.arrived, whole(there, 1), whole(there, 3)]).toEqual([2, true, true])
    expect(recordings?.stayed.map(({ id, story, why }) => [id.at(-1), story, why])).toEqual([
      ["6", undefined, expect.stringMatching(/At “kind”/)],
      ["4", "Night", expect.stringMatching(/aren’t in the file/)],
      ["5", "Night", expect.stringMatching(/still on its way/)],
      ["4", undefined, expect.stringMatching(/says what it is/)],
      ["2", "Night", expect.stringMatching(/damaged in the file/)],
    ])
    expect(there.seen.removed).toEqual([idOf(2)])
    const full = await run(zipOf([json([filed(1), filed(8), filed(9)]), media(1), media(8), media(9)]), there)
    expect(full.recordings?.stayed.map(({ id, why }) => [id, why])).toEqual([
      [idOf(8), "Your space is full."],
      [idOf(9), "Your space is full."],
    ])
    expect(full.recordings?.alreadyHere).toBe(1)
  })

  it("takes nothing in from a ZIP with a fault, and from a JSON file that is too large", async () => {
    const there = server()
    await expect(run(zipOf([media(1)]), there)).rejects.toThrow(/practice.json/)
    const large = { size: 60_000_000, slice: () => new Blob(["{}"]) } as unknown as Blob
    await expect(run(large, there)).rejects.toThrow(/50 MB/)
    expect([there.seen.brought, there.kept.size]).toEqual([[], 0])
  })
})

describe("what is said of it", () => {
  const brought = (stories: number, mocks = 0) => ({
    added: { stories },
    alreadyHere: 2,
    leftBehind: { mocks, recordings: 0 },
  })
  const none = { arrived: 0, alreadyHere: 0, stayed: [], stopped: false }
  it.each([
    [
      { brought: brought(0), recordings: null },
      "Everything in that file is here already. Nothing was changed.",
    ],
    [
      { brought: brought(2), recordings: null },
      "Taken in: 2 entries, 2 of them stories; 2 were here already.",
    ],
    [
      { brought: brought(0), recordings: { ...none, arrived: 1, alreadyHere: 1 } },
      "1 recording came with picture and sound, and what is noted on it; 1 was here already. Everything else was here already.",
    ],
    [
      { brought: brought(0, 1), recordings: null },
      /^There was nothing new to take in, and nothing was changed\. 1 mock interview stays behind/,
    ],
  ])("is short and true: %#", (taken, words) => expect(takenInWords(taken)).toMatch(words))
})
