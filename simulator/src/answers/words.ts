/** A number for people: three significant digits, thousands set apart. */
export function figure(value: number): string {
  if (value === 0) return "0"
  const rounded = Number(value.toPrecision(3))
  const [whole = "0", part] = (Math.abs(rounded) >= 1e15 ? rounded.toExponential(2) : String(rounded)).split(
    ".",
  )
  const grouped = whole.includes("e") ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ",")
  return part === undefined ? grouped : `${grouped}.${part}`
}

/** A length of time for people, in the unit that suits it. */
export function lengthOfTime(seconds: number): string {
  const units: [number, string][] = [
    [86_400 * 2, "d"],
    [7200, "h"],
    [120, "min"],
    [1, "s"],
    [1e-3, "ms"],
    [1e-6, "µs"],
  ]
  const size: Record<string, number> = { d: 86_400, h: 3600, min: 60, s: 1, ms: 1e-3, µs: 1e-6 }
  const unit = units.find(([from]) => seconds >= from)?.[1] ?? "ns"
  return seconds === 0 ? "0 s" : `${figure(seconds / (size[unit] ?? 1e-9))} ${unit}`
}

/** `1 record`, `2 records`. */
export const count = (value: number, noun: string): string =>
  `${figure(value)} ${noun}${value === 1 ? "" : "s"}`

/** A share as per cent. */
export const percent = (share: number): string => `${figure(100 * share)} %`
