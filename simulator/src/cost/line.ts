import { PRICES, type PriceName } from "./prices.ts"

/** One line of the monthly bill. */
export interface CostLine {
  component: string
  item: string
  quantity: number
  unit: string
  price: number
  perMonth: number
  /** What has been assumed, and where and when the price was published. */
  assumption: string
  source: string
  date: string
}

/** A line for so much of something that has a published price; `component` is filled in by whoever collects the lines. */
export function priced(name: PriceName, quantity: number, assumption: string): CostLine {
  const { item, unit, price, source, date } = PRICES[name]
  return { component: "", item, quantity, unit, price, perMonth: quantity * price, assumption, source, date }
}

/** A line at a price that the design itself gives. */
export function ownPrice(item: string, quantity: number, unit: string, price: number): CostLine {
  const source = "the design"
  return {
    component: "",
    item,
    quantity,
    unit,
    price,
    perMonth: quantity * price,
    assumption: "price as given",
    source,
    date: "",
  }
}
