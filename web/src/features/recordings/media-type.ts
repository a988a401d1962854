import type { RecordingKind } from "@backfill/contract"

const SHARP = "video/webm;codecs=vp9,opus"
const LIGHT = "video/webm;codecs=vp8,opus"
const OTHERS = [
  "video/webm",
  "video/mp4;codecs=avc1.42E01E,mp4a.40.2",
  "video/mp4;codecs=avc1,opus",
  "video/mp4",
]
const AUDIO = [
  "audio/webm;codecs=opus",
  "audio/webm",
  "audio/mp4;codecs=mp4a.40.2",
  "audio/mp4;codecs=opus",
  "audio/mp4",
]

/** Bits a second asked of the encoder. A sitting person reads well at these, and two minutes stay under 25 MB. */
export const BITS = { video: 1_400_000, audio: 96_000 } as const

/**
 * The container and codecs to record in: the first that this browser says it can write. VP9 makes the better picture and
 * asks more of a processor; `light` prefers VP8. Undefined where the browser can record nothing that the server takes.
 */
export function chooseMediaType(
  kind: RecordingKind,
  isSupported: (type: string) => boolean,
  light = false,
): string | undefined {
  const order = kind === "audio" ? AUDIO : [...(light ? [LIGHT, SHARP] : [SHARP, LIGHT]), ...OTHERS]
  return order.find(isSupported)
}

/** How many bytes a recording of so many seconds may come to; encoders overshoot, so a quarter more than asked of them. */
export function bytesFor(kind: RecordingKind, seconds: number): number {
  const bits = kind === "audio" ? BITS.audio : BITS.audio + BITS.video
  return Math.ceil((seconds * bits * 1.25) / 8)
}

/** Whether a file can be sent as this kind: what is filmed by a phone's own app comes as MP4 or QuickTime. */
export function isRecording(file: { type: string; name: string }, kind: RecordingKind): boolean {
  const known = kind === "video" ? /^video\// : /^(audio|video)\//
  return known.test(file.type) || (file.type === "" && /\.(webm|mkv|mp4|m4v|m4a|mov)$/i.test(file.name))
}
