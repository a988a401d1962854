import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { isRunning, nextState, ranAt, type RecorderEvent, type RecorderState } from "./recorder-state.ts"

const takes = fc.constantFrom("t1", "t2")
const ending = fc.constantFrom("pressed", "limit", "device", "full", "cut-off", "chosen")
const simple = fc
  .constantFrom("ask", "granted", "send", "handed-in", "again", "close")
  .map((type) => ({ type }) as RecorderEvent)
const untimed = fc.oneof(
  simple,
  simple,
  fc.record({ type: fc.constant("refused" as const), fault: fc.constantFrom("denied", "busy") }),
  fc.record({ type: fc.constantFrom("kept" as const, "nothing" as const, "stored" as const), take: takes }),
  fc.record({ type: fc.constant("look" as const), take: takes, ending, stored: fc.constant(false) }),
  fc.record({ type: fc.constant("failed" as const), why: fc.constant("Try again.") }),
)
const timed = fc.oneof(
  fc.record({ type: fc.constantFrom("think" as const, "go-on" as const) }),
  fc.record({ type: fc.constant("start" as const), take: takes }),
  fc.record({ type: fc.constant("lost" as const), device: fc.constantFrom("camera", "microphone") }),
  fc.record({ type: fc.constant("stop" as const), ending }),
)
/** Events in the order of a clock that never goes back. */
const story = fc
  .array(fc.tuple(fc.oneof(untimed, timed, timed), fc.integer({ min: 0, max: 5000 })), {
    maxLength: 60,
    size: "max",
  })
  .map((steps) => {
    let now = 1000
    return steps.map(([event, later]) => {
      now += later
      return { event: { ...event, now } as RecorderEvent, now }
    })
  })
const begin = (): RecorderState => ({ at: "idle" })

describe("the recorder", () => {
  it("goes from the check over a take to what was handed in", () => {
    const events: RecorderEvent[] = [
      { type: "ask" },
      { type: "granted" },
      { type: "think", now: 0 },
      { type: "start", take: "t1", now: 9000 },
      { type: "lost", device: "microphone", now: 19_000 },
      { type: "go-on", now: 60_000 },
      { type: "stop", ending: "pressed", now: 65_000 },
    ]
    const finishing = events.reduce(nextState, begin())
    expect(finishing).toEqual({ at: "finishing", take: "t1", ranMs: 15_000, ending: "pressed" })
    const rest: RecorderEvent[] = [
      { type: "kept", take: "t1" },
      { type: "send" },
      { type: "stored", take: "t1" },
      { type: "handed-in" },
    ]
    expect(rest.reduce(nextState, finishing)).toEqual({ at: "sent", take: "t1" })
  })

  it("is never done before the server has said that it holds every byte of this very take", () => {
    fc.assert(
      fc.property(story, fc.boolean(), (steps, recorded) => {
        let state: RecorderState = recorded
          ? { at: "review", take: "t1", ending: "pressed", stored: false }
          : begin()
        const stored = new Set<string>()
        for (const { event } of steps) {
          const before = state
          state = nextState(state, event)
          if (event.type === "stored") stored.add(event.take)
          if (state.at === "sent" && before.at !== "sent") expect(stored.has(state.take)).toBe(true)
          if (state.at === "sent") expect(event.type === "handed-in" || before.at === "sent").toBe(true)
        }
      }),
    )
  })

  it("never leaves a running take but for its review, whatever happens", () => {
    fc.assert(
      fc.property(story, (steps) => {
        let state = begin()
        for (const { event } of steps) {
          const before = state
          state = nextState(state, event)
          if (!isRunning(before)) continue
          const take = "take" in before ? before.take : undefined
          if (isRunning(state)) expect(state).toMatchObject({ take })
          else if (state.at === "review") expect(state.take).toBe(take)
          else expect(event).toEqual(expect.objectContaining({ type: "nothing", take }))
        }
      }),
    )
  })

  it("counts only what was recorded, and never backwards", () => {
    fc.assert(
      fc.property(story, (steps) => {
        let state = begin()
        let [ran, heard, last] = [0, 0, 1000]
        for (const { event, now } of steps) {
          if (state.at === "recording") heard += now - last
          last = now
          const before = state
          state = nextState(state, event)
          if (!isRunning(state)) [ran, heard] = [0, 0]
          else {
            if (!isRunning(before)) [ran, heard] = [0, 0]
            expect(ranAt(state, now)).toBeGreaterThanOrEqual(ran)
            expect(ranAt(state, now)).toBe(heard)
            ran = ranAt(state, now)
          }
        }
      }),
    )
  })

  it("stays the very same at an event that means nothing where it stands", () => {
    const sent = { at: "sent", take: "t1" } as RecorderState
    fc.assert(
      fc.property(story, (steps) => {
        for (const { event } of steps) expect(nextState(sent, event)).toBe(sent)
      }),
    )
  })
})
