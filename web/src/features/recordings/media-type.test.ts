import { describe, expect, it } from "vitest"
import { bytesFor, chooseMediaType, isRecording } from "./media-type.ts"

const offers =
  (...types: string[]) =>
  (type: string) =>
    types.includes(type)

describe("the container to record in", () => {
  it("is the first the browser can write, VP9 before VP8 but on a weak device", () => {
    const both = offers("video/webm;codecs=vp9,opus", "video/webm;codecs=vp8,opus")
    expect(chooseMediaType("video", both)).toBe("video/webm;codecs=vp9,opus")
    expect(chooseMediaType("video", both, true)).toBe("video/webm;codecs=vp8,opus")
    expect(chooseMediaType("video", offers("video/webm;codecs=vp8,opus"))).toBe("video/webm;codecs=vp8,opus")
  })

  it("is MP4 where only that is offered, as in an older Safari", () => {
    const safari = offers("video/mp4;codecs=avc1.42E01E,mp4a.40.2", "video/mp4", "audio/mp4")
    expect(chooseMediaType("video", safari)).toBe("video/mp4;codecs=avc1.42E01E,mp4a.40.2")
    expect(chooseMediaType("audio", safari)).toBe("audio/mp4")
  })

  it("never makes a picture where only sound is asked for, and names none where none is offered", () => {
    for (const kind of ["audio", "video"] as const)
      for (const light of [true, false]) {
        expect(chooseMediaType(kind, () => true, light)?.startsWith(`${kind}/`)).toBe(true)
        expect(chooseMediaType(kind, () => false, light)).toBeUndefined()
      }
  })

  it("is small enough for a poor line: two minutes stay under 30 MB", () => {
    expect(bytesFor("video", 120)).toBeLessThan(30_000_000)
    expect(bytesFor("audio", 120)).toBeLessThan(2_000_000)
  })

  it("takes what a phone films, by type or by name, and no picture for sound", () => {
    expect(isRecording({ type: "video/quicktime", name: "IMG_1.MOV" }, "video")).toBe(true)
    expect(isRecording({ type: "", name: "IMG_1.MOV" }, "video")).toBe(true)
    expect(isRecording({ type: "application/pdf", name: "talk.mp4" }, "video")).toBe(false)
    expect(isRecording({ type: "audio/mp4", name: "a.m4a" }, "video")).toBe(false)
    expect(isRecording({ type: "audio/mp4", name: "a.m4a" }, "audio")).toBe(true)
  })
})
