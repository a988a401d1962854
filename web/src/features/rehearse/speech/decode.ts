import { RATE } from "./heard.ts"

/** An hour: what a browser can hold unpacked. */
const LONGEST_MS = 3_600_000

/** A recording whose sound can’t be had here; its message is a sentence for whoever made it. */
export class NoSound extends Error {
  override name = "NoSound"
}

/**
 * The sound of a recording (or what lies at an address of our own) as one channel at 16 kHz. Rejects with `NoSound`
 * where it can’t be fetched, is longer than an hour or can’t be decoded, and with the signal’s reason once it aborts.
 */
export async function samplesOf(
  source: Blob | string,
  signal?: AbortSignal,
): Promise<Float32Array<ArrayBuffer>> {
  signal?.throwIfAborted()
  const bytes = await bytesOf(source, signal)
  const length = await lengthOf(typeof source === "string" ? new Blob([bytes]) : source)
  signal?.throwIfAborted()
  if (length > LONGEST_MS)
    throw new NoSound(
      "This recording is longer than an hour, which is more than can be listened to here. It is kept and plays as before; shorter takes show their pauses.",
    )
  let sound: AudioBuffer
  try {
    // A context of this rate decodes into it: no resampling of our own.
    sound = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(bytes)
  } catch (cause) {
    throw new NoSound(
      "The sound of this recording couldn’t be read by this browser, so pauses and pace aren’t shown. The recording is kept and unchanged; try another browser, or go on without them.",
      { cause },
    )
  }
  signal?.throwIfAborted()
  return mono(sound)
}

async function bytesOf(source: Blob | string, signal?: AbortSignal): Promise<ArrayBuffer> {
  try {
    if (typeof source !== "string") return await source.arrayBuffer()
    const answer = await fetch(source, signal ? { signal } : {})
    if (!answer.ok) throw new Error(`${answer.status} for ${source}`)
    return await answer.arrayBuffer()
  } catch (cause) {
    signal?.throwIfAborted()
    throw new NoSound(
      "The recording couldn’t be fetched, so nothing was listened to. It is kept as it was; look at the connection and try again.",
      { cause },
    )
  }
}

/** How long it says to be, ms; 0 where it doesn’t say, as a file straight from a recorder. */
function lengthOf(blob: Blob): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  const player = document.createElement("audio")
  const address = URL.createObjectURL(blob)
  player.preload = "metadata"
  player.onloadedmetadata = () => resolve(Number.isFinite(player.duration) ? player.duration * 1000 : 0)
  player.onerror = () => resolve(0)
  // A player that says nothing at all mustn’t hold everything up.
  const timer = setTimeout(() => resolve(0), 3_000)
  player.src = address
  return promise.finally(() => {
    clearTimeout(timer)
    player.removeAttribute("src")
    URL.revokeObjectURL(address)
  })
}

function mono(sound: AudioBuffer): Float32Array<ArrayBuffer> {
  const channels = Array.from({ length: sound.numberOfChannels }, (_, nth) => sound.getChannelData(nth))
  const [only] = channels
  if (only && channels.length === 1) return only
  return Float32Array.from(
    { length: sound.length },
    (_, at) => channels.reduce((sum, channel) => sum + (channel[at] as number), 0) / channels.length,
  )
}
