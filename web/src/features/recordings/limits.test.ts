import { MAX_RECORDING_CHUNK, RECORDING_CHUNK } from "@backfill/contract"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { backOff, LEAST_PART, nextPart } from "./back-off.ts"
import { lengthInWords, limitNote, spokenLeft } from "./limit-words.ts"
import { storageVerdict, storageWords } from "./storage-check.ts"

describe("the time left", () => {
  it("is spoken seldom: at most four sentences over a whole recording", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 600 }), (limit) => {
        const said = Array.from({ length: limit + 1 }, (_, second) => spokenLeft(limit - second, limit))
        const changes = said.filter((words, at) => words !== "" && words !== said[at - 1])
        expect(changes.length).toBeLessThanOrEqual(4)
        expect(said.at(-1)).toMatch(/kept/)
      }),
    )
  })

  it("is written as people say it", () => {
    expect(lengthInWords(120)).toBe("2 minutes")
    expect(lengthInWords(90)).toBe("1 minute 30 seconds")
    expect(lengthInWords(1)).toBe("1 second")
    expect(limitNote(31)).toBe("left")
    expect(limitNote(9)).toMatch(/sentence/)
  })
})

describe("space on the device", () => {
  it("is warned about before the start where it is too small or there is none", () => {
    expect(storageVerdict({ writable: false, quota: 1e12, usage: 0 }, 1)).toBe("none")
    expect(storageVerdict({ writable: true, quota: 100, usage: 60 }, 41)).toBe("short")
    expect(storageVerdict({ writable: true, quota: 100, usage: 60 }, 40)).toBe("good")
    expect(storageVerdict({ writable: true, quota: undefined, usage: undefined }, 40)).toBe("good")
    for (const verdict of ["none", "short"] as const)
      expect(storageWords(verdict)).toMatch(/leave the page open/)
    expect(storageWords("good")).toBeUndefined()
  })
})

describe("the wait after a failure", () => {
  it("grows, is spread, and never passes half a minute", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (nth, random) => {
          const ms = backOff(nth, random)
          expect(ms).toBeGreaterThanOrEqual(500)
          expect(ms).toBeLessThanOrEqual(30_000)
          expect(backOff(nth + 1, random)).toBeGreaterThanOrEqual(ms)
        },
      ),
    )
    expect(backOff(3, 0)).not.toBe(backOff(3, 1))
  })

  it("comes with smaller parts, down to what any line carries", () => {
    let part = RECORDING_CHUNK
    for (let nth = 0; nth < 20; nth++) part = nextPart(part, undefined)
    expect(part).toBe(LEAST_PART)
  })
})

describe("the parts of an upload", () => {
  it("grow on a quick line up to what a request may bring, and on a slow one stay as they are", () => {
    let part = LEAST_PART
    for (let nth = 0; nth < 20; nth++) part = nextPart(part, 300)
    expect(part).toBe(MAX_RECORDING_CHUNK)
    expect(nextPart(LEAST_PART, 5000)).toBe(LEAST_PART)
  })

  it("never take a minute on a line that carries the least in one, so that none is cut off", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 50_000_000 }), (bytesPerSecond) => {
        let part = LEAST_PART
        for (let nth = 0; nth < 20; nth++) {
          const seconds = part / bytesPerSecond
          expect(seconds).toBeLessThan(60)
          part = nextPart(part, seconds * 1000)
        }
      }),
    )
  })
})
