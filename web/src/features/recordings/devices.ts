import type { RecordingKind } from "@backfill/contract"
import { starts } from "./mixer.ts"
import type { Lost } from "./recorder-state.ts"

export type Choice = { camera?: string | undefined; microphone?: string | undefined }
export type DeviceOption = { id: string; label: string }
export type DeviceOptions = { cameras: DeviceOption[]; microphones: DeviceOption[] }

/** A device that sends nothing for so long is as good as gone. */
const SILENT_MS = 2000

const named = (id: string | undefined) => (id === undefined ? {} : { deviceId: { exact: id } })
const askVideo = (id: string | undefined): MediaTrackConstraints => ({
  ...named(id),
  facingMode: "user",
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30, max: 30 },
})

/** What can be chosen. Names are empty until something was allowed once; then they are numbered. */
export async function listDevices(): Promise<DeviceOptions> {
  const all = await navigator.mediaDevices.enumerateDevices().catch(() => [])
  const of = (kind: MediaDeviceKind, word: string) =>
    all
      .filter((device) => device.kind === kind && device.deviceId !== "")
      .map(({ deviceId, label }, at) => ({ id: deviceId, label: label || `${word} ${at + 1}` }))
  return { cameras: of("videoinput", "Camera"), microphones: of("audioinput", "Microphone") }
}

/**
 * An open camera and microphone. The sound passes through a mixer, so that the stream that is recorded outlives a
 * microphone: another can take its place in the same recording. Where the mixer doesn't run, the microphone is recorded
 * as it is: a recording ends with it then, and nobody knows how loud it is.
 */
export class OpenDevices {
  readonly #raw: MediaStream
  readonly #mixer: AudioContext
  readonly #out: MediaStreamAudioDestinationNode
  readonly #meter: AnalyserNode
  readonly #samples: Float32Array<ArrayBuffer>
  #source: MediaStreamAudioSourceNode | undefined
  #closed = false
  #direct = false
  /** What to show: the picture alone, since hearing oneself confuses. */
  readonly picture: MediaStream | undefined
  /** Hears of a device that stopped. */
  onLost: ((lost: Lost) => void) | undefined

  private constructor(raw: MediaStream) {
    this.#raw = raw
    const seen = raw.getVideoTracks()
    this.picture = seen.length > 0 ? new MediaStream(seen) : undefined
    this.#mixer = new AudioContext()
    this.#out = this.#mixer.createMediaStreamDestination()
    this.#meter = this.#mixer.createAnalyser()
    this.#samples = new Float32Array(this.#meter.fftSize)
    for (const track of raw.getTracks()) this.#watch(track)
    this.#connect()
  }

  /** Asks for the devices; throws what getUserMedia throws. */
  static async open(kind: RecordingKind, choice: Choice): Promise<OpenDevices> {
    const raw = await navigator.mediaDevices.getUserMedia({
      audio: named(choice.microphone),
      video: kind === "video" ? askVideo(choice.camera) : false,
    })
    try {
      const devices = new OpenDevices(raw)
      await starts(devices.#mixer)
      return devices
    } catch (error) {
      for (const track of raw.getTracks()) track.stop()
      throw error
    }
  }

  /** What to record, decided at this moment. */
  record(): MediaStream {
    this.#direct = !this.#mixes
    const sound = this.#direct ? this.#raw : this.#out.stream
    return new MediaStream([...this.#raw.getVideoTracks(), ...sound.getAudioTracks()])
  }

  /** Whether another microphone may take the place of the one that is recorded. */
  get mendable(): boolean {
    return !this.#direct
  }

  /** Which devices these are. */
  get choice(): Choice {
    const [camera, microphone] = [this.#raw.getVideoTracks()[0], this.#raw.getAudioTracks()[0]]
    return { camera: camera?.getSettings().deviceId, microphone: microphone?.getSettings().deviceId }
  }

  /**
   * How loud it is now, from 0 to 1, on a scale that follows the ear: −60 dB is 0; undefined where nobody can tell. Stays
   * on this page.
   */
  level(): number | undefined {
    if (!this.#mixes) return undefined
    this.#meter.getFloatTimeDomainData(this.#samples)
    const power = this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / this.#samples.length
    return Math.min(1, Math.max(0, 1 + (10 * Math.log10(power + 1e-12)) / 60))
  }

  /** Puts a working microphone where the lost one was. Throws what getUserMedia throws. */
  async mendSound(): Promise<void> {
    await starts(this.#mixer)
    const [track] = this.#raw.getAudioTracks()
    if (track?.readyState === "live" && !track.muted) return
    const found = await navigator.mediaDevices.getUserMedia({ audio: true })
    // Whoever finished meanwhile wants no microphone any more.
    if (this.#closed) return found.getTracks().forEach((fresh) => fresh.stop())
    for (const old of this.#raw.getAudioTracks()) {
      old.onended = null
      old.stop()
      this.#raw.removeTrack(old)
    }
    for (const fresh of found.getAudioTracks()) {
      this.#raw.addTrack(fresh)
      this.#watch(fresh)
    }
    this.#connect()
  }

  close(): void {
    this.#closed = true
    this.onLost = undefined
    for (const track of this.#raw.getTracks()) track.stop()
    void this.#mixer.close()
  }

  get #mixes(): boolean {
    return this.#source !== undefined && this.#mixer.state === "running"
  }

  #connect(): void {
    this.#source?.disconnect()
    try {
      this.#source = this.#mixer.createMediaStreamSource(new MediaStream(this.#raw.getAudioTracks()))
    } catch {
      // Firefox takes no microphone whose rate isn't the mixer's, as where fingerprinting is resisted.
      this.#source = undefined
    }
    this.#source?.connect(this.#meter)
    this.#source?.connect(this.#out)
  }

  #watch(track: MediaStreamTrack): void {
    const lost: Lost = track.kind === "audio" ? "microphone" : "camera"
    track.onended = () => this.onLost?.(lost)
    // A phone that is put away mutes them; one that is back in hand sends again.
    track.onmute = () =>
      setTimeout(() => track.muted && track.readyState === "live" && this.onLost?.(lost), SILENT_MS)
  }
}
