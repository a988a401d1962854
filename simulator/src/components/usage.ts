/** What a component was used for while it was observed; cost is made of this. */
export interface Usage {
  /** Hours of a month, and how many times the observed time fits in it. */
  hours: number
  perMonth: number
  /** Records that came and went on while observed, and their bytes. */
  came: number
  left: number
  recordBytes: number
  /** Records that came per second. */
  rate: number
  /** Share of its servers' time that was worked. */
  utilisation: number
  /** Counts of the component's own. */
  counts: Record<string, number>
}

/** Hours in a month of 730 hours, the cloud providers' usual figure. */
export const HOURS = 730
export const GB = 1e9

/** Bytes that came in a month. */
export const bytesPerMonth = (usage: Usage): number => usage.came * usage.recordBytes * usage.perMonth
