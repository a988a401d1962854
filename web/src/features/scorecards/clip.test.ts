import { parseEvidence } from "@backfill/core"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Clip, clipOffer, clipsIn, clipWords, fromHere, toHere, wholeClip } from "./clip.ts"

const digest = "9c56cc51b374c3ba189210d5b6d4bf57790d351c96c47c02190ecf1e430635ab"
const attempt = { id: "a1" }
const recording = { artifact: "recording-r1", digest }
const none: Clip = { from: undefined, to: undefined }
const moment = fc.double({ min: 0, max: 120_000, noNaN: true })

describe("a part of a recording", () => {
  it("always runs forwards and inside, however its ends are set", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), moment), { maxLength: 8 }), (presses) => {
        let clip = none
        for (const [begins, now] of presses) clip = begins ? fromHere(clip, now) : toHere(clip, now)
        const whole = wholeClip(clip, 100_000)
        if (!whole) return
        expect(whole.from).toBeGreaterThanOrEqual(0)
        expect(whole.to).toBeLessThanOrEqual(100_000)
        expect(whole.from).toBeLessThan(whole.to)
        expect(Number.isInteger(whole.from) && Number.isInteger(whole.to)).toBe(true)
      }),
    )
  })

  it("begun at 31.2 s and ended at 52.9 s is cited by that very address, and found again", () => {
    const clip = wholeClip(toHere(fromHere(none, 31_200.4), 52_900.2), 90_000)
    expect(clip).toEqual({ from: 31_200, to: 52_901 })
    const offer = clip && clipOffer(attempt, recording, clip, " names the planners ")
    expect(offer?.quote).toBe("0:31 to 0:53: names the planners")
    expect(parseEvidence(offer?.ref ?? "")).toEqual({
      attempt: "a1",
      artifact: "recording-r1",
      digest,
      selector: { kind: "time", start: 31_200, end: 52_901 },
    })
    const cited = [{ kind: "attempt", ref: offer?.ref ?? "" }]
    expect(clipsIn(attempt, recording, cited)).toEqual([clip])
    expect(clipsIn({ id: "a2" }, recording, cited)).toEqual([])
    expect(clipsIn(attempt, { ...recording, digest: null }, cited)).toEqual([])
  })

  it("ended without a beginning takes what was heard just before", () => {
    expect(toHere(none, 25_000)).toEqual({ from: 15_000, to: 25_000 })
    expect(toHere(none, 4000)).toEqual({ from: 0, to: 4000 })
    expect(clipWords({ from: 0, to: 4000 })).toBe("0:00 to 0:04")
  })

  it("can't be cited before the file has its digest", () => {
    expect(clipOffer(attempt, { ...recording, digest: null }, { from: 0, to: 1 }, "")).toBeUndefined()
  })
})
