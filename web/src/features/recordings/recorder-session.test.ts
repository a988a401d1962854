import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { takesHere } from "./here.ts"
import { RecorderSession } from "./recorder-session.ts"
import type { Remote } from "./remote.ts"

class FakeTrack {
  readyState = "live"
  muted = false
  onended: (() => void) | null = null
  readonly kind: string
  constructor(kind: string) {
    this.kind = kind
  }
  stop() {
    this.readyState = "ended"
  }
  getSettings = () => ({ deviceId: this.kind })
}

class FakeStream {
  readonly tracks: FakeTrack[]
  constructor(tracks: FakeTrack[]) {
    this.tracks = [...tracks]
  }
  getTracks = () => this.tracks
  getVideoTracks = () => this.tracks.filter(({ kind }) => kind === "video")
  getAudioTracks = () => this.tracks.filter(({ kind }) => kind === "audio")
  addTrack = (track: FakeTrack) => this.tracks.push(track)
  removeTrack = (track: FakeTrack) => this.tracks.splice(this.tracks.indexOf(track), 1)
}

class FakeContext {
  static running = true
  readonly state = FakeContext.running ? "running" : "suspended"
  createMediaStreamDestination = () => ({ stream: new FakeStream([new FakeTrack("audio")]) })
  createAnalyser = () => ({ fftSize: 2048 })
  createMediaStreamSource = () => ({ connect: () => {}, disconnect: () => {} })
  resume = async () => {}
  close = async () => {}
}

class FakeRecorder {
  static readonly made: FakeRecorder[] = []
  static isTypeSupported = () => true
  state = "inactive"
  mimeType = "audio/webm"
  ondataavailable: (event: { data: Blob }) => void = () => {}
  onstop: () => void = () => {}
  constructor() {
    FakeRecorder.made.push(this)
  }
  start = () => {
    this.state = "recording"
  }
  pause = () => {
    this.state = "paused"
  }
  give = (text: string) => this.ondataavailable({ data: new Blob([text]) })
  stop = () => {
    this.state = "inactive"
    this.give("end")
    this.onstop()
  }
}

/** Every answer to a request for devices, given when the test wants. */
let opened: { stream: FakeStream; give: () => void }[] = []
const addresses = new Set<string>()
const settle = async () => {
  for (let at = 0; at < 20; at += 1) await new Promise((resolve) => setTimeout(resolve, 1))
}

beforeEach(() => {
  opened = []
  addresses.clear()
  FakeRecorder.made.length = 0
  const getUserMedia = ({ video }: { video?: unknown }) =>
    new Promise((resolve) => {
      const stream = new FakeStream([new FakeTrack("audio"), ...(video ? [new FakeTrack("video")] : [])])
      opened.push({ stream, give: () => resolve(stream) })
    })
  vi.stubGlobal("window", { isSecureContext: true })
  vi.stubGlobal("navigator", {
    locks: navigator.locks,
    mediaDevices: { getUserMedia, enumerateDevices: async () => [] },
  })
  vi.stubGlobal("MediaRecorder", FakeRecorder)
  vi.stubGlobal("MediaStream", FakeStream)
  vi.stubGlobal("AudioContext", FakeContext)
  let made = 0
  vi.spyOn(URL, "createObjectURL").mockImplementation(() => {
    const address = `blob:${++made}`
    addresses.add(address)
    return address
  })
  vi.spyOn(URL, "revokeObjectURL").mockImplementation((address) => void addresses.delete(address))
})
afterEach(() => {
  FakeContext.running = true
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const away = async () => {
  throw new TypeError("Failed to fetch")
}
const remote: Remote = { create: away, read: away, append: away, remove: away }
let owners = 0
/** A recorder whose server is out of reach, in a browser that keeps nothing: what it records is in this window’s memory. */
function recorder(owner = `test/${++owners}`) {
  return { owner, session: new RecorderSession({ owner, remote, limitSeconds: undefined }) }
}

/** Until the recorder stands there. */
async function reaches(session: RecorderSession, at: string): Promise<void> {
  await vi.waitFor(() => expect(session.snapshot().state.at).toBe(at), { timeout: 5000 })
}

async function checking(session: RecorderSession, kind: "audio" | "video" = "audio"): Promise<FakeStream> {
  void session.ask(kind)
  const asked = opened.at(-1)
  asked?.give()
  await reaches(session, "checking")
  return asked?.stream ?? new FakeStream([])
}

describe("a recorder", () => {
  it("keeps what was recorded before a piece that couldn’t be kept, and ends there", async () => {
    const { session, owner } = recorder()
    await checking(session)
    void session.start()
    await reaches(session, "recording")
    const [made] = FakeRecorder.made
    made?.give("first,")
    await settle()
    const { add } = takesHere
    takesHere.add = async () => {
      throw new Error("the disk is gone")
    }
    made?.give("lost,")
    await reaches(session, "review")
    takesHere.add = add
    expect(session.snapshot().state).toMatchObject({ at: "review", ending: "device" })
    const [take] = await takesHere.list(owner)
    const kept = await takesHere.slice(take?.id ?? "", 0, 100)
    expect(new TextDecoder().decode(kept)).toBe("first,")
  })

  it("takes the devices that were asked for last, and closes those that came too late", async () => {
    const { session } = recorder()
    void session.ask("video")
    void session.ask("audio")
    const [first, second] = opened
    first?.give()
    await settle()
    second?.give()
    await reaches(session, "checking")
    expect(session.snapshot().kind).toBe("audio")
    expect(session.picture()).toBeUndefined()
    expect(first?.stream.getTracks().map(({ readyState }) => readyState)).toEqual(["ended", "ended"])
    expect(second?.stream.getTracks().map(({ readyState }) => readyState)).toEqual(["live"])
  })

  it("isn’t said to run elsewhere by a second press of the same key", async () => {
    const { session } = recorder()
    await checking(session)
    void session.start()
    void session.start()
    await reaches(session, "recording")
    await settle()
    expect(session.snapshot().elsewhere).toBe(false)
    expect(FakeRecorder.made).toHaveLength(1)
    session.stop()
    await reaches(session, "review")
  })

  it("forgets that another window recorded once it records itself", async () => {
    const { session, owner } = recorder()
    await checking(session)
    let leave = () => {}
    const held = navigator.locks.request(
      `backfill-recorder-${owner}`,
      () => new Promise<void>((resolve) => (leave = resolve)),
    )
    await settle()
    await session.start()
    expect(session.snapshot().elsewhere).toBe(true)
    leave()
    await held
    void session.start()
    await reaches(session, "recording")
    expect(session.snapshot().elsewhere).toBe(false)
    session.stop()
    await reaches(session, "review")
  })

  it("records nothing where it was switched off before it began", async () => {
    const { session, owner } = recorder()
    await checking(session)
    const { begin } = takesHere
    let go = () => {}
    takesHere.begin = async (take) => {
      await new Promise<void>((resolve) => (go = resolve))
      return begin(take)
    }
    const started = session.start()
    await settle()
    session.again()
    go()
    await settle()
    takesHere.begin = begin
    expect(FakeRecorder.made).toEqual([])
    expect(session.snapshot().state.at).toBe("idle")
    await started
    expect(await takesHere.list(owner)).toEqual([])
  })

  it("ends with its microphone where the mixer doesn’t run, and keeps what there is", async () => {
    FakeContext.running = false
    const { session } = recorder()
    const stream = await checking(session)
    void session.start()
    await reaches(session, "recording")
    FakeRecorder.made[0]?.give("first,")
    await settle()
    const [track] = stream.getTracks()
    track?.stop()
    track?.onended?.()
    await reaches(session, "review")
    expect(session.snapshot().state).toMatchObject({ ending: "device" })
  })

  it("leaves no microphone on where it ends while another one is looked for", async () => {
    const { session } = recorder()
    const stream = await checking(session)
    void session.start()
    await reaches(session, "recording")
    FakeRecorder.made[0]?.give("first,")
    await settle()
    const [track] = stream.getTracks()
    track?.stop()
    track?.onended?.()
    expect(session.snapshot().state.at).toBe("held")
    const goesOn = session.goOn()
    await settle()
    session.stop("device")
    await reaches(session, "review")
    const late = opened.at(-1)
    late?.give()
    await goesOn
    expect(late?.stream).not.toBe(stream)
    expect(late?.stream.getTracks().map(({ readyState }) => readyState)).toEqual(["ended"])
  })

  it("asks a server that is away no sooner because more was recorded", async () => {
    let asked = 0
    const create = async () => {
      asked += 1
      throw new TypeError("Failed to fetch")
    }
    const session = new RecorderSession({
      owner: `test/${++owners}`,
      remote: { ...remote, create },
      limitSeconds: undefined,
    })
    await checking(session)
    void session.start()
    await reaches(session, "recording")
    FakeRecorder.made[0]?.give("first,")
    await vi.waitFor(() => expect(asked).toBe(1), { timeout: 3000 })
    for (let piece = 0; piece < 10; piece += 1) {
      FakeRecorder.made[0]?.give("more,")
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    expect(asked).toBe(1)
    session.stop()
    await reaches(session, "review")
  })

  it("gives back the addresses its takes played from when the page is left", async () => {
    const { session } = recorder()
    await session.takeFile(new File(["a video"], "one.webm", { type: "video/webm" }), "video")
    const { state } = session.snapshot()
    expect(await session.playAt(state.at === "review" ? state.take : "")).toBe("blob:1")
    session.close()
    expect(addresses.size).toBe(0)
  })

  it("keeps nothing of a file whose copying was cut off: the whole of it is still where it was", async () => {
    const { session, owner } = recorder()
    const { change } = takesHere
    takesHere.change = () => new Promise(() => {})
    void session.takeFile(new File(["a video"], "one.webm", { type: "video/webm" }), "video")
    await settle()
    takesHere.change = change
    expect(await takesHere.list(owner)).toMatchObject([{ bytes: 7, ending: undefined }])
    // As in the next window: nobody holds the lock any more.
    vi.stubGlobal("navigator", { locks: undefined })
    await recorder(owner).session.find()
    expect(await takesHere.list(owner)).toEqual([])
  })
})
