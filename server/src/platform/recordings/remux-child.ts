/**
 * Runs alone in a limited process: copies the packets of a recording into a new file that says how long it is and can be
 * sought, without decoding anything. It may read one file and write one, and is killed when it takes too long.
 */
import { closeSync, fstatSync, openSync, readSync, writeSync } from "node:fs"
import {
  ALL_FORMATS,
  CustomSource,
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathSource,
  FilePathTarget,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MkvOutputFormat,
  MovOutputFormat,
  Mp4OutputFormat,
  Output,
  type OutputFormat,
  WebMOutputFormat,
} from "mediabunny"
import type { Remuxed } from "./remux.ts"
import type { Container } from "./sniff.ts"
import { type ReadAt, wholePart } from "./whole-part.ts"

const FORMATS: Record<Container, () => OutputFormat[]> = {
  webm: () => [new WebMOutputFormat()],
  // Browsers play Matroska only where it could be WebM as well; what it mostly holds else fits into MP4.
  "x-matroska": () => [
    new WebMOutputFormat(),
    new Mp4OutputFormat({ fastStart: "reserve" }),
    new MkvOutputFormat(),
  ],
  mp4: () => [new Mp4OutputFormat({ fastStart: "reserve" })],
  quicktime: () => [
    new Mp4OutputFormat({ fastStart: "reserve" }),
    new MovOutputFormat({ fastStart: "reserve" }),
  ],
}

const open = (path: string) => new Input({ source: new FilePathSource(path), formats: ALL_FORMATS })

/** Opens what came; where the writing broke off, as if it had ended with its last whole block. */
function openWhole(path: string): Input {
  const file = openSync(path, "r")
  const read: ReadAt = (at, length) => {
    const bytes = new Uint8Array(length)
    return bytes.subarray(0, readSync(file, bytes, 0, length, at))
  }
  const whole = wholePart(read, fstatSync(file).size)
  if (!whole) return closeSync(file), open(path)
  const { end, patch } = whole
  const source = new CustomSource({
    getSize: () => end,
    read: (from, to) => {
      const bytes = read(from, to - from)
      for (const [n, byte] of patch?.bytes.entries() ?? [])
        if (patch && patch.at + n >= from && patch.at + n < to) bytes[patch.at + n - from] = byte
      return bytes
    },
  })
  return new Input({ source, formats: ALL_FORMATS })
}
type Track = InputVideoTrack | InputAudioTrack

/** One picture and one sound at most; other tracks, such as a phone’s position, stay behind. */
async function tracksOf(input: Input, kind: string): Promise<Track[]> {
  const picture = kind === "video" ? await input.getPrimaryVideoTrack() : null
  return [picture, await input.getPrimaryAudioTrack()].filter((track) => track !== null)
}

async function countPackets(track: Track): Promise<{ packets: number; end: number; start: number }> {
  let [packets, start, end] = [0, Number.POSITIVE_INFINITY, 0]
  for await (const packet of new EncodedPacketSink(track).packets(undefined, undefined, {
    metadataOnly: true,
  })) {
    packets++
    start = Math.min(start, packet.timestamp)
    end = Math.max(end, packet.timestamp + packet.duration)
  }
  return { packets, start, end }
}

const codecsFit = (format: OutputFormat, tracks: readonly Track[]) =>
  tracks.every((track) => track.codec !== null && format.getSupportedCodecs().includes(track.codec))

interface Lane {
  packets: AsyncGenerator<EncodedPacket, void, unknown>
  next: EncodedPacket | undefined
  add(packet: EncodedPacket): Promise<void>
}

async function laneOf(output: Output, track: Track, packets: number): Promise<Lane> {
  const decoderConfig = (await track.getDecoderConfig()) ?? undefined
  const sink = new EncodedPacketSink(track).packets()
  if (track.codec === null) throw new Error("unknown codec")
  let first = true
  // The decoder's configuration goes along with the first packet.
  const meta = () => (first ? ((first = false), { decoderConfig }) : undefined)
  if (track.isVideoTrack()) {
    const source = new EncodedVideoPacketSource(track.codec as never)
    output.addVideoTrack(source, { rotation: track.rotation, maximumPacketCount: packets })
    return { packets: sink, next: undefined, add: (packet) => source.add(packet, meta() as never) }
  }
  const source = new EncodedAudioPacketSource(track.codec as never)
  output.addAudioTrack(source, { maximumPacketCount: packets })
  return { packets: sink, next: undefined, add: (packet) => source.add(packet, meta() as never) }
}

/** Copies packet by packet, the earliest first, so that little has to be kept in memory. */
async function copy(output: Output, lanes: Lane[], shift: number): Promise<void> {
  const step = async (lane: Lane) => {
    const { value } = await lane.packets.next()
    lane.next = value ?? undefined
  }
  for (const lane of lanes) await step(lane)
  for (;;) {
    const [lane] = lanes
      .filter((one) => one.next !== undefined)
      .toSorted((a, b) => (a.next?.timestamp ?? 0) - (b.next?.timestamp ?? 0))
    if (!lane?.next) break
    await lane.add(lane.next.clone({ timestamp: lane.next.timestamp - shift }))
    await step(lane)
  }
  await output.finalize()
}

async function remux(from: string, to: string, container: Container, kind: string): Promise<Remuxed> {
  const input = openWhole(from)
  const tracks = await tracksOf(input, kind)
  const counts = await Promise.all(tracks.map(countPackets))
  if (tracks.length === 0 || counts.some(({ packets }) => packets === 0)) return { fault: "nothing to play" }
  const format = FORMATS[container]().find((one) => codecsFit(one, tracks))
  if (!format) return { fault: "no container for these codecs" }
  const output = new Output({ format, target: new FilePathTarget(to) })
  const lanes: Lane[] = []
  for (const [index, track] of tracks.entries())
    lanes.push(await laneOf(output, track, counts[index]?.packets ?? 0))
  await output.start()
  await copy(output, lanes, Math.min(...counts.map(({ start }) => start)))
  return check(to, kind, counts)
}

/** Opens what was written and holds it against what was read: as many packets, as long. */
async function check(path: string, kind: string, before: { packets: number; start: number; end: number }[]) {
  const input = open(path)
  const tracks = await tracksOf(input, kind)
  const after = await Promise.all(tracks.map(countPackets))
  const lost = before.some(({ packets }, index) => after[index]?.packets !== packets)
  const start = Math.min(...before.map((one) => one.start))
  const seconds = Math.max(...before.map((one) => one.end)) - start
  const duration = Math.max(...after.map((one) => one.end))
  if (lost || Math.abs(duration - seconds) > 0.5) return { fault: "the copy differs" }
  const picture = tracks.find((track) => track.isVideoTrack())
  return {
    durationMs: Math.round(duration * 1000),
    width: picture?.displayWidth ?? null,
    height: picture?.displayHeight ?? null,
    mediaType: (await input.getMimeType()).replace(/^[a-z]+\//, picture ? "video/" : "audio/"),
  }
}

const [from = "", to = "", container = "", kind = ""] = process.argv.slice(2)
const answer = await remux(from, to, container as Container, kind).catch(
  (error: unknown): Remuxed => ({ fault: error instanceof Error ? error.message : String(error) }),
)
writeSync(1, `\n${JSON.stringify(answer)}`)
process.exit(0)
