import { bytesOfBase64 } from "./base64.ts"
import { KERNEL } from "./bytes.ts"

/** What the kernel can do; simulator/kernel says what each does. Arrays are given by their addresses. */
export interface Calls {
  draw(
    state: number,
    tables: number,
    out: number,
    count: number,
    mean: number,
    least: number,
    late: number,
  ): number
  arrive(gaps: number, arrivals: number, count: number, clock: number): number
  serve(
    arrivals: number,
    services: number,
    waits: number,
    departures: number,
    count: number,
    last: number,
    sum: number,
  ): number
  observe(values: number, count: number, counts: number, result: number): void
  finish(entered: number, came: number, stays: number, count: number, age: number): void
  share(
    arrivals: number,
    services: number,
    waits: number,
    count: number,
    ends: number,
    servers: number,
    bits: number,
    cames: number,
    begans: number,
    gones: number,
    entered: number,
    begun: number,
    state: number,
  ): number
}

/** The little of WebAssembly that is used here: every runtime we run in has it, but not every one's types. */
interface WebAssembly {
  Module: new (bytes: Uint8Array) => object
  Memory: new (size: { initial: number; maximum: number }) => { buffer: ArrayBuffer }
  Instance: new (module: object, imports: object) => { exports: unknown }
}
const { WebAssembly: wasm } = globalThis as unknown as { WebAssembly: WebAssembly }

const PAGE = 65_536
/** Arrays begin at whole vectors. */
const ALIGN = 16

/** An array in a kernel's memory: its address for the kernel, its values for everyone else. */
export interface Shared<T> {
  readonly at: number
  readonly values: T
}

/** The kernel with a memory of its own, of a size that never changes, so that views of it stay good. */
export class Kernel {
  readonly call: Calls
  readonly size: number
  private readonly buffer: ArrayBuffer
  private used = 0

  /** Room for so many bytes, to be had piece by piece. Throws where a page forbids WebAssembly. */
  constructor(bytes: number) {
    compiled ??= new wasm.Module(bytesOfBase64(KERNEL))
    const pages = Math.ceil(bytes / PAGE)
    const memory = new wasm.Memory({ initial: pages, maximum: pages })
    this.size = pages * PAGE
    this.buffer = memory.buffer
    this.call = new wasm.Instance(compiled, { env: { memory } }).exports as Calls
  }

  /** All of it is free again, and zero. */
  clear(): void {
    new Uint8Array(this.buffer, 0, this.used).fill(0)
    this.used = 0
  }

  doubles(length: number): Shared<Float64Array> {
    const at = this.take(length * 8)
    return { at, values: new Float64Array(this.buffer, at, length) }
  }

  words(length: number): Shared<Int32Array> {
    const at = this.take(length * 4)
    return { at, values: new Int32Array(this.buffer, at, length) }
  }

  counts(length: number): Shared<Uint32Array> {
    const at = this.take(length * 4)
    return { at, values: new Uint32Array(this.buffer, at, length) }
  }

  wholes(length: number): Shared<BigInt64Array> {
    const at = this.take(length * 8)
    return { at, values: new BigInt64Array(this.buffer, at, length) }
  }

  private take(bytes: number): number {
    const at = this.used
    this.used += Math.ceil(bytes / ALIGN) * ALIGN
    return at
  }
}

/** What an array of so many doubles, or words, takes of a kernel's memory. */
export const roomFor = (doubles: number, words = 0): number =>
  Math.ceil((doubles * 8) / ALIGN) * ALIGN + Math.ceil((words * 4) / ALIGN) * ALIGN

let compiled: object | null = null
let spare: Kernel | null = null

/**
 * A kernel with room for so many bytes, all zero, to be given back with `giveBack`. A memory takes gigabytes of addresses,
 * however small it is, until it is collected as garbage; runs that follow each other use the same one.
 */
export function borrowKernel(bytes: number): Kernel {
  const kernel = spare !== null && spare.size >= bytes ? spare : new Kernel(bytes)
  spare = null
  kernel.clear()
  return kernel
}

export function giveBack(kernel: Kernel): void {
  spare = kernel
}
