import { exp, log } from "../numbers/elementary.ts"
import { type Bits, nextBits, nextUniform } from "./bits.ts"

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

function inWedge(bits: Bits, layer: number, x: number): boolean {
  const [low, high] = [height[layer] as number, height[layer + 1] as number]
  return low + nextUniform(bits) * (high - low) < exp(-x)
}

/** What turns the 24 bits of a draw into a variate of a mean, and up to where they lie in their layer: two for each layer. */
function layersFor(mean: number): Float64Array {
  const layers = new Float64Array(2 * LAYERS)
  for (let i = 0; i < LAYERS; i += 1) {
    layers[2 * i] = (edge[i] as number) * STEP * mean
    layers[2 * i + 1] = (edge[i + 1] as number) / ((edge[i] as number) * STEP)
  }
  return layers
}

/** Fills blocks with exponential variates of this mean, rounded to whole numbers of at least `least`. */
export function exponentialFill(bits: Bits, mean: number, least: number): (out: Float64Array) => void {
  const layers = layersFor(mean)
  return (out) => {
    let { a, b, c, counter } = bits
    for (let i = 0; i < out.length; i += 1) {
      // sfc32 once more, in registers: the call and the four loads cost more than the draw.
      const word = (a + b + counter) | 0
      counter = (counter + 1) | 0
      a = b ^ (b >>> 9)
      b = (c + (c << 3)) | 0
      c = (((c << 21) | (c >>> 11)) + word) | 0
      const at = (word & 255) << 1
      const place = (word >>> 8) + 0.5
      let x = place * (layers[at] as number)
      if (place >= (layers[at + 1] as number)) {
        bits.a = a
        bits.b = b
        bits.c = c
        bits.counter = counter
        x = mean * outsideLayer(bits, at >> 1, place * STEP * (edge[at >> 1] as number))
        a = bits.a
        b = bits.b
        c = bits.c
        counter = bits.counter
      }
      x = Math.floor(x + 0.5)
      if (x < least) x = least
      out[i] = x
    }
    bits.a = a
    bits.b = b
    bits.c = c
    bits.counter = counter
  }
}

/** What a draw that fell outside its layer's rectangle becomes. */
function outsideLayer(bits: Bits, layer: number, x: number): number {
  if (layer === 0) return TAIL + exponential(bits)
  return inWedge(bits, layer, x) ? x : exponential(bits)
}
