/** Of each slot two bits are kept, sixteen slots in a number. */
const SLOTS = 16
/** So many slots per number met: few of those met once share one. */
const ROOM = 8

/**
 * Which numbers were met more than once, in a fraction of the memory that keeping them takes: of a kit's pairs and runs of words hardly
 * any comes back, and only those need looking up. Now and then it takes a number met once for one met twice, never
 * the other way round. `capacity` is about how many will be met; numbers are well mixed.
 */
export class MetTwice {
  private readonly mask: number
  private readonly slots: Int32Array

  constructor(capacity: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(SLOTS, capacity * ROOM)))
    this.mask = size - 1
    this.slots = new Int32Array(size / SLOTS)
  }

  /** Meets a number. */
  meet(number: number): void {
    const slot = number & this.mask
    const shift = 2 * (slot % SLOTS)
    const word = this.slots[(slot / SLOTS) | 0] ?? 0
    this.slots[(slot / SLOTS) | 0] = word | ((((word >>> shift) & 1) === 0 ? 1 : 3) << shift)
  }

  /** Whether a number may have been met more than once. */
  has(number: number): boolean {
    const slot = number & this.mask
    return (((this.slots[(slot / SLOTS) | 0] ?? 0) >>> (2 * (slot % SLOTS))) & 2) !== 0
  }
}
