import { Buffer } from "node:buffer"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { BLOCK, newBlock } from "../engine/block.ts"
import { BINS, countAll } from "../engine/histogram.ts"
import { bytesOfBase64 } from "./base64.ts"
import { borrowKernel, giveBack, Kernel, roomFor } from "./kernel.ts"

describe("base64", () => {
  it("is read as others write it", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(bytesOfBase64(Buffer.from(bytes).toString("base64"))).toEqual(bytes)
      }),
      { seed: 5 },
    )
  })
})

describe("the kernel", () => {
  it("counts as the event list's histogram does: zeros, odd counts and the greatest numbers included", () => {
    const kernel = new Kernel(roomFor(BLOCK + 2) + roomFor(0, BINS))
    const values = kernel.doubles(BLOCK)
    const result = kernel.doubles(2)
    const counts = kernel.counts(BINS)
    const whole = fc.oneof(
      fc.constant(0),
      fc.nat(9),
      fc.nat(1_000_000),
      fc.nat(2 ** 43).map((n) => n * 128),
    )
    fc.assert(
      fc.property(fc.array(whole, { maxLength: BLOCK }), (given) => {
        const block = newBlock()
        block.values.set(given)
        values.values.set(given)
        counts.values.fill(0)
        const wanted = new Uint32Array(BINS)
        const { sum, max } = countAll(block, given.length, wanted)
        kernel.call.observe(values.at, given.length, counts.at, result.at)
        expect([...result.values]).toEqual([sum, max])
        expect(counts.values).toEqual(wanted)
      }),
      { seed: 5 },
    )
  })

  it("serves as Lindley's recursion says, whatever the server has to do before", () => {
    const kernel = new Kernel(roomFor(200) + 4 * roomFor(64))
    const [come, takes, waits, gone] = [0, 1, 2, 3].map(() => kernel.doubles(64)) as [
      ReturnType<Kernel["doubles"]>,
      ReturnType<Kernel["doubles"]>,
      ReturnType<Kernel["doubles"]>,
      ReturnType<Kernel["doubles"]>,
    ]
    const sum = kernel.doubles(1)
    const records = fc.array(fc.tuple(fc.nat(9), fc.nat(12)), { minLength: 1, maxLength: 64 })
    fc.assert(
      fc.property(records, fc.nat(50), (given, before) => {
        let clock = 0
        let last = before
        const wanted = given.map(([gap, service]) => {
          clock += gap
          const start = Math.max(clock, last)
          last = start + service
          return { clock, service, wait: start - clock, last }
        })
        come.values.set(wanted.map((one) => one.clock))
        takes.values.set(wanted.map((one) => one.service))
        const { length } = given
        expect(kernel.call.serve(come.at, takes.at, waits.at, gone.at, length, before, sum.at)).toBe(last)
        expect([...waits.values.subarray(0, length)]).toEqual(wanted.map((one) => one.wait))
        expect([...gone.values.subarray(0, length)]).toEqual(wanted.map((one) => one.last))
        expect(sum.values[0]).toBe(given.reduce((total, [, service]) => total + service, 0))
      }),
      { seed: 5 },
    )
  })

  it("is empty again when it is borrowed after somebody else", () => {
    const first = borrowKernel(1000)
    first.doubles(100).values.fill(7)
    giveBack(first)
    const second = borrowKernel(900)
    expect(second).toBe(first)
    const again = second.doubles(100)
    expect(again.at).toBe(0)
    expect(again.values.every((value) => value === 0)).toBe(true)
    // While it is lent, and where it is too small, there is another one.
    expect(borrowKernel(10)).not.toBe(second)
    giveBack(second)
    expect(borrowKernel(1_000_000)).not.toBe(second)
  })
})
