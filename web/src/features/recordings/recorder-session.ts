import { MAX_RECORDING_CHUNK, type RecordingKind, RECORDING_CHUNK } from "@backfill/contract"
import { Capture } from "./capture.ts"
import { type DeviceFault, faultBefore, faultOf } from "./device-fault.ts"
import { spaceHere } from "./device-store.ts"
import { type Choice, type DeviceOptions, listDevices, OpenDevices } from "./devices.ts"
import { fileRefusal } from "./file-refusal.ts"
import { aloneOrNot, endCutOff, outboxHere, recorderLock, takesHere } from "./here.ts"
import { bytesFor, chooseMediaType } from "./media-type.ts"
import {
  type Ending,
  isRunning,
  type Lost,
  nextState,
  ranAt,
  type RecorderEvent,
  type RecorderState,
} from "./recorder-state.ts"
import type { Remote } from "./remote.ts"
import { type StorageVerdict, storageVerdict } from "./storage-check.ts"
import type { KeptTake, Place } from "./take-store.ts"

/** What a recorder is for. `limitSeconds`: undefined without a limit. */
export type RecorderUse = {
  owner: string
  /** What its takes are about, where an owner records for several things; every take of the owner goes on its way. */
  about?: string | undefined
  remote: Remote
  limitSeconds: number | undefined
}

/** What the page draws. A new object at each change. */
export type RecorderSnapshot = {
  state: RecorderState
  kind: RecordingKind
  choice: Choice
  options: DeviceOptions
  storage: StorageVerdict
  /** Some of what was recorded lives in this window only, until sent. */
  unkept: boolean
  /** Another window of this browser is recording for the same. */
  elsewhere: boolean
  /** A chosen file is being taken in; or why it wasn't. */
  file: { taking: boolean; refused?: string }
  /** What this device keeps, oldest first. */
  kept: ReadonlyArray<KeptTake>
}

const TICK_MS = 200
/** Without a limit, space for half an hour is asked for. */
const LONG_SECONDS = 1800

/** The recorder of one page: devices, the recording under way, and what the device keeps of earlier ones. */
export class RecorderSession {
  #use: RecorderUse
  #snapshot: RecorderSnapshot = {
    state: { at: "idle" },
    kind: "video",
    choice: {},
    options: { cameras: [], microphones: [] },
    storage: "good",
    unkept: false,
    elsewhere: false,
    file: { taking: false },
    kept: [],
  }
  readonly #listeners = new Set<() => void>()
  readonly #blobs = new Map<string, string>()
  readonly #endings = new Map<string, Ending>()
  #devices: OpenDevices | undefined
  #capture: Capture | undefined
  #ticking: ReturnType<typeof setInterval> | undefined
  #finished: (() => void) | undefined
  /** How often devices were asked for; an answer to an earlier time comes too late. */
  #asked = 0
  #starting = false
  #left = false

  constructor(use: RecorderUse) {
    this.#use = use
  }

  readonly snapshot = (): RecorderSnapshot => this.#snapshot
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The limit may change while the page is open, as the time for the whole runs out. */
  limit(limitSeconds: number | undefined): void {
    this.#use = { ...this.#use, limitSeconds }
  }

  /** What the next take is about may be chosen while the page is open. */
  about(about: string | undefined): void {
    this.#use = { ...this.#use, about }
  }

  /** Looks for what the device keeps: what was cut off ends there, and everything goes on its way. */
  async find(): Promise<void> {
    this.#left = false
    this.#set({ elsewhere: !(await endCutOff(this.#use.owner)) })
    await this.refresh()
    for (const { id, ending } of this.#snapshot.kept)
      if (ending !== undefined) outboxHere.send(id, this.#use.remote)
  }

  /** Reads again what the device keeps. */
  async refresh(): Promise<void> {
    const kept = await takesHere.list(this.#use.owner)
    for (const { id, ending } of kept) if (ending !== undefined) this.#endings.set(id, ending)
    this.#set({ kept })
  }

  /** How a take of this device ended, also once the device has let go of it; undefined for another's. */
  endingOf = (id: string | undefined): Ending | undefined =>
    id === undefined ? undefined : this.#endings.get(id)

  /** Opens camera and microphone, or the microphone alone. */
  async ask(kind: RecordingKind, choice: Choice = {}): Promise<void> {
    this.#do({ type: "ask" })
    if (this.#snapshot.state.at !== "asking") return
    const turn = ++this.#asked
    const late = () => turn !== this.#asked || this.#snapshot.state.at !== "asking"
    this.#closeDevices()
    this.#set({ kind, choice })
    const before = faultBefore({
      secure: window.isSecureContext,
      devices: navigator.mediaDevices?.getUserMedia !== undefined,
      recorder: typeof MediaRecorder !== "undefined" && this.#mediaType() !== undefined,
    })
    if (before) return this.#do({ type: "refused", fault: before })
    try {
      const devices = await OpenDevices.open(kind, choice)
      if (late()) return devices.close()
      devices.onLost = (lost) => this.#lost(lost)
      this.#devices = devices
      const needed = bytesFor(kind, this.#use.limitSeconds ?? LONG_SECONDS)
      const [options, space] = await Promise.all([listDevices(), spaceHere()])
      if (late()) return
      this.#set({ choice: devices.choice, options, storage: storageVerdict(space, needed) })
      this.#do({ type: "granted" })
    } catch (error) {
      if (!late()) this.#do({ type: "refused", fault: faultOf(error) })
    }
  }

  think(): void {
    this.#do({ type: "think", now: performance.now() })
  }

  /** Begins a take, unless another window is at it. */
  async start(): Promise<void> {
    if (!this.#ready || this.#starting || this.#snapshot.file.taking) return
    this.#starting = true
    try {
      const did = await aloneOrNot(recorderLock(this.#use.owner), () => this.#record())
      if (!did) this.#set({ elsewhere: true })
    } finally {
      this.#starting = false
    }
  }

  stop(ending: Ending = "pressed"): void {
    if (!this.#capture || (this.#snapshot.state.at !== "recording" && this.#snapshot.state.at !== "held"))
      return
    this.#do({ type: "stop", ending, now: performance.now() })
    void this.#finish(this.#capture)
  }

  /** Goes on after a device was lost, with any that works. Answers what is wrong if none does. */
  async goOn(): Promise<DeviceFault | undefined> {
    try {
      await this.#devices?.mendSound()
    } catch (error) {
      return faultOf(error)
    }
    this.#capture?.resume()
    this.#do({ type: "go-on", now: performance.now() })
    return undefined
  }

  /** Takes in a file that was filmed elsewhere, as a take of its own. */
  async takeFile(file: File, kind: RecordingKind): Promise<void> {
    if (this.#snapshot.file.taking) return
    const refused = fileRefusal(file, kind)
    if (refused !== undefined) return this.#set({ file: { taking: false, refused } })
    this.#set({ file: { taking: true } })
    const did = await aloneOrNot(recorderLock(this.#use.owner), () => this.#take(file, kind))
    if (!did) this.#set({ elsewhere: true, file: { taking: false } })
  }

  /** Looks at a take again, of this device or of the server. */
  look(take: string, ending: Ending, stored: boolean): void {
    this.#closeDevices()
    this.#do({ type: "look", take, ending, stored })
  }

  /** Throws away what the device keeps of a take. */
  async discard(id: string): Promise<void> {
    outboxHere.stop(id)
    await takesHere.remove(id)
    this.again()
    this.#forget(id)
    await this.refresh()
  }

  again(): void {
    this.#closeDevices()
    this.#do({ type: "again" })
  }

  tell(event: Extract<RecorderEvent, { type: "stored" | "send" | "handed-in" | "failed" }>): void {
    this.#do(event)
  }

  picture = (): MediaStream | undefined => this.#devices?.picture
  level = (): number | undefined => this.#devices?.level()
  ranMs = (): number => ranAt(this.#snapshot.state, performance.now())

  /** Where a take plays from as long as this device has it. */
  async playAt(id: string): Promise<string | undefined> {
    const known = this.#blobs.get(id)
    if (known !== undefined || this.#left) return known
    const take = await takesHere.read(id)
    if (!take || take.bytes === 0) return undefined
    const parts: Blob[] = []
    // Piece by piece, so that a long one never lies in memory as a whole.
    for (let at = 0; at < take.bytes; at += MAX_RECORDING_CHUNK)
      parts.push(new Blob([await takesHere.slice(id, at, at + MAX_RECORDING_CHUNK)]))
    return this.#shown(id, new Blob(parts, { type: take.mediaType }))
  }

  /** Leaves the page: what is being recorded ends here and is kept; what is on its way goes on. */
  close(): void {
    this.#left = true
    this.stop("cut-off")
    if (!isRunning(this.#snapshot.state)) this.#closeDevices()
    this.#do({ type: "close" })
    for (const id of this.#blobs.keys()) this.#forget(id)
  }

  get #ready(): boolean {
    return this.#snapshot.state.at === "checking" || this.#snapshot.state.at === "thinking"
  }

  /** Where a take plays from until the page is left; nowhere once it is. */
  #shown(id: string, blob: Blob): string | undefined {
    if (this.#left) return undefined
    const address = this.#blobs.get(id) ?? URL.createObjectURL(blob)
    this.#blobs.set(id, address)
    return address
  }

  #forget(id: string): void {
    const address = this.#blobs.get(id)
    if (address !== undefined) URL.revokeObjectURL(address)
    this.#blobs.delete(id)
  }

  async #take(file: File, kind: RecordingKind): Promise<void> {
    const take = { ...this.#newTake(kind, file.type), copied: true }
    try {
      await this.#copy(file, take)
      await takesHere.change(take.id, { ending: "chosen" })
    } catch {
      await takesHere.remove(take.id)
      return this.#set({
        file: {
          taking: false,
          refused: "This file couldn’t be read. Nothing was sent; check that it plays, and choose it again.",
        },
      })
    }
    this.#shown(take.id, file)
    outboxHere.send(take.id, this.#use.remote)
    this.#closeDevices()
    this.#do({ type: "look", take: take.id, ending: "chosen", stored: false })
    this.#set({ elsewhere: false, file: { taking: false } })
    await this.refresh()
  }

  async #copy(file: File, take: KeptTake): Promise<void> {
    this.#place(await takesHere.begin(take))
    for (let at = 0; at < file.size; at += RECORDING_CHUNK) {
      const bytes = new Uint8Array(await file.slice(at, at + RECORDING_CHUNK).arrayBuffer())
      this.#place(await takesHere.add(take.id, bytes, 0))
    }
  }

  #newTake(kind: RecordingKind, mediaType: string): KeptTake {
    const [id, key] = [crypto.randomUUID(), crypto.randomUUID()]
    const made = { bytes: 0, durationMs: 0, remoteId: undefined, ending: undefined }
    const { owner, about } = this.#use
    return { id, key, owner, about, kind, mediaType, createdAt: Date.now(), ...made }
  }

  #mediaType(): string | undefined {
    const weak = (navigator.hardwareConcurrency ?? 4) <= 4
    return chooseMediaType(this.#snapshot.kind, (type) => MediaRecorder.isTypeSupported(type), weak)
  }

  async #record(): Promise<void> {
    const mediaType = this.#mediaType()
    const devices = this.#devices
    if (!devices || mediaType === undefined) return
    const { kind } = this.#snapshot
    const take = this.#newTake(kind, mediaType)
    this.#set({ elsewhere: false })
    this.#place(await takesHere.begin(take))
    // Whoever switched off meanwhile doesn’t want to be recorded.
    if (!this.#ready || this.#devices !== devices) return takesHere.remove(take.id)
    const ended = new Promise<void>((resolve) => {
      this.#finished = resolve
    })
    try {
      this.#capture = new Capture({
        id: take.id,
        kind,
        mediaType,
        stream: devices.record(),
        store: takesHere,
        ran: this.ranMs,
        onPlace: (place) => {
          this.#place(place)
          void this.refresh()
        },
        onEnd: (why) => this.stop(why),
      })
    } catch {
      this.#finished = undefined
      await takesHere.remove(take.id)
      return this.#do({ type: "refused", fault: "no-recorder" })
    }
    this.#do({ type: "start", take: take.id, now: performance.now() })
    outboxHere.send(take.id, this.#use.remote)
    this.#ticking = setInterval(() => {
      const { limitSeconds } = this.#use
      if (limitSeconds !== undefined && this.ranMs() >= limitSeconds * 1000) this.stop("limit")
    }, TICK_MS)
    await ended
  }

  async #finish(capture: Capture): Promise<void> {
    const { state } = this.#snapshot
    if (state.at !== "finishing") return
    clearInterval(this.#ticking)
    const bytes = await capture.stop()
    this.#capture = undefined
    this.#closeDevices()
    try {
      if (bytes > 0) {
        // Without a picture of it here it plays from the server; what was recorded counts all the same.
        await this.playAt(state.take).catch(() => undefined)
        await takesHere.change(state.take, { ending: state.ending })
        outboxHere.wake()
      } else {
        outboxHere.stop(state.take)
        await takesHere.remove(state.take)
      }
    } finally {
      this.#do({ type: bytes > 0 ? "kept" : "nothing", take: state.take })
      this.#finished?.()
      this.#finished = undefined
    }
    await this.refresh()
  }

  #lost(lost: Lost): void {
    if (this.#snapshot.state.at === "recording") {
      if (lost === "microphone" && this.#devices?.mendable === false) return this.stop("device")
      this.#capture?.pause()
      this.#do({ type: "lost", device: lost, now: performance.now() })
    } else if (!isRunning(this.#snapshot.state)) {
      this.#closeDevices()
      this.#do({ type: "refused", fault: "not-found" })
    }
  }

  #closeDevices(): void {
    if (this.#capture) return
    this.#devices?.close()
    this.#devices = undefined
  }

  #place(place: Place): void {
    if (place === "memory" && !this.#snapshot.unkept) this.#set({ unkept: true })
  }

  #do(event: RecorderEvent): void {
    const state = nextState(this.#snapshot.state, event)
    if (state !== this.#snapshot.state) this.#set({ state })
  }

  #set(part: Partial<RecorderSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part }
    for (const listener of this.#listeners) listener()
  }
}
