import { exp, log } from "../numbers/elementary.ts"
import { BLOCK } from "../engine/block.ts"
import { type Bits, fillBits, nextBits, nextUniform } from "./bits.ts"

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

/** Up to which of its 2²⁴ places a draw lies under the curve, whatever its height; and how wide a place is. */
const inside = new Int32Array(LAYERS)
const width = new Float64Array(LAYERS)
for (let i = 0; i < LAYERS; i += 1) {
  width[i] = STEP * (edge[i] as number)
  inside[i] = Math.ceil((edge[i + 1] as number) / (width[i] as number) - 0.5)
}

/** For the block being filled: random words, and the places of the draws that fell outside their layer's rectangle. */
const words = new Int32Array(BLOCK)
const outside = new Int32Array(BLOCK)

/** Fills blocks with exponential variates of this mean, rounded to whole numbers of at least `least`. */
export const exponentialFill =
  (bits: Bits, mean: number, least: number): ((out: Float64Array) => void) =>
  (out) =>
    fillExponential(bits, mean, least, out)

/**
 * The two draws in a hundred that need a second look get it after the others, with words that follow the block's own.
 * Not a closure: the compiler takes the tables of a function of which there is only one for constants.
 */
function fillExponential(bits: Bits, mean: number, least: number, out: Float64Array): void {
  fillBits(bits, words)
  let late = 0
  for (let i = 0; i < BLOCK; i += 1) {
    const word = words[i] as number
    const layer = word & 255
    const place = word >>> 8
    out[i] = Math.floor((place + 0.5) * (width[layer] as number) * mean + 0.5)
    if (place >= (inside[layer] as number)) {
      outside[late] = i
      late += 1
    }
  }
  for (let k = 0; k < late; k += 1) {
    const i = outside[k] as number
    out[i] = Math.floor(secondLook(bits, words[i] as number) * mean + 0.5)
  }
  if (least > 0) for (let i = 0; i < BLOCK; i += 1) if ((out[i] as number) < least) out[i] = least
}

/** What a draw that fell outside its layer's rectangle becomes. */
function secondLook(bits: Bits, word: number): number {
  const layer = word & 255
  if (layer === 0) return TAIL + exponential(bits)
  const x = ((word >>> 8) + 0.5) * (width[layer] as number)
  return inWedge(bits, layer, x) ? x : exponential(bits)
}
