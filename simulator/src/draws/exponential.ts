import { exp, log } from "../numbers/elementary.ts"
import { Kernel, roomFor } from "../kernel/kernel.ts"
import { type Bits, lanesFrom, nextBits, nextUniform } from "./bits.ts"

/**
 * Exponential variates by the ziggurat of Marsaglia and Tsang (2000) with 256 layers of equal area. Eight bits choose
 * the layer, 24 others the place in it (on the middle of a step, so the mean is exact); the tail starts the draw anew.
 */
const LAYERS = 256
/** Where the tail begins, and the area of a layer: Marsaglia and Tsang's constants for 256 layers. */
const TAIL = 7.69711747013105
const AREA = 0.003949659822581557

const edge = new Float64Array(LAYERS + 1)
const height = new Float64Array(LAYERS + 1)
edge[0] = AREA / exp(-TAIL)
edge[1] = TAIL
for (let i = 2; i < LAYERS; i += 1) {
  const before = edge[i - 1] as number
  edge[i] = -log(AREA / before + exp(-before))
}
for (let i = 0; i <= LAYERS; i += 1) height[i] = exp(-(edge[i] as number))

const STEP = 1 / 16_777_216

/** One variate of mean 1. */
export function exponential(bits: Bits): number {
  let start = 0
  for (;;) {
    const word = nextBits(bits)
    const layer = word & 255
    const x = ((word >>> 8) + 0.5) * STEP * (edge[layer] as number)
    if (x < (edge[layer + 1] as number)) return start + x
    if (layer === 0) start += TAIL
    else if (inWedge(bits, layer, x)) return start + x
  }
}

/**
 * Whether a point at a random height in the corner of a layer lies under the curve. The curve is convex: above its chord
 * or below its tangent (at the layer's outer end) the answer is known without an exponential.
 */
function inWedge(bits: Bits, layer: number, x: number): boolean {
  const low = height[layer] as number
  const inner = edge[layer + 1] as number
  const rise = (height[layer + 1] as number) - low
  const above = (edge[layer] as number) - x
  const up = nextUniform(bits) * rise
  if (up < low * above) return true
  if (up * ((edge[layer] as number) - inner) > rise * above) return false
  return low + up < exp(-x)
}

/** Draws that the kernel makes in one go. */
const MOST = 1024
const LANES = 16
/** Index and word of each draw that needs a second look, and what the kernel scribbles behind the last one. */
const LATE = 2 * MOST + 8

/** What draws for everyone: it keeps nothing from one call to the next, so one is enough. */
let shared: Drawing | null = null

class Drawing {
  private readonly kernel = new Kernel(
    roomFor(2 * LAYERS) + roomFor(MOST) + roomFor(0, LANES) + roomFor(0, LATE),
  )
  /** For each layer how wide one of its 2²⁴ places is, and up to where it lies under the curve at any height. */
  private readonly layers = this.kernel.doubles(2 * LAYERS)
  private readonly out = this.kernel.doubles(MOST)
  private readonly lanes = this.kernel.words(LANES)
  private readonly late = this.kernel.words(LATE)

  constructor() {
    for (let i = 0; i < LAYERS; i += 1)
      this.layers.values.set([STEP * (edge[i] as number), edge[i + 1] as number], 2 * i)
  }

  fill(lanes: Int32Array, bits: Bits, mean: number, least: number, into: Float64Array): void {
    const { out, late } = this
    this.lanes.values.set(lanes)
    const found = this.kernel.call.draw(
      this.lanes.at,
      this.layers.at,
      out.at,
      into.length,
      mean,
      least,
      late.at,
    )
    lanes.set(this.lanes.values)
    for (let k = 0; k < found; k += 1) {
      const value = Math.floor(this.secondLook(bits, late.values[2 * k + 1] as number) * mean + 0.5)
      out.values[late.values[2 * k] as number] = value < least ? least : value
    }
    into.set(into.length === MOST ? out.values : out.values.subarray(0, into.length))
  }

  /** What a draw that fell outside its layer's rectangle becomes. */
  private secondLook(bits: Bits, word: number): number {
    const layer = word & 255
    if (layer === 0) return TAIL + exponential(bits)
    const x = ((word >>> 8) + 0.5) * STEP * (edge[layer] as number)
    return inWedge(bits, layer, x) ? x : exponential(bits)
  }
}

/**
 * Fills arrays (of up to 1024, in fours) with exponential variates of this mean, rounded to whole numbers of at least
 * `least`. The one draw in a hundred that needs a second look takes it from a stream of its own, so how long the arrays
 * are makes no difference.
 */
export function exponentialFill(bits: Bits, mean: number, least: number): (out: Float64Array) => void {
  const lanes = lanesFrom(bits)
  return (out) => {
    shared ??= new Drawing()
    shared.fill(lanes, bits, mean, least, out)
  }
}
