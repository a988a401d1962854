export type QuantityKind = "money" | "percent" | "duration" | "times" | "clock" | "count"

export interface Quantity {
  start: number
  end: number
  kind: QuantityKind
  /** In the unit named; nothing for a clock time. */
  value: number | undefined
  /** What is counted, as written: "hours", "%", "€", "tickets". */
  unit: string
  /** Token positions within the sentence, end exclusive. */
  from: number
  to: number
}
