import type { MatrixRow } from "./matrix.ts"

export type AgendaItem = { minutes: number } & (
  | { kind: "competency"; competencyId: string; title: string }
  /** What needs no discussion, taken together. */
  | { kind: "alike"; competencyIds: string[] }
  /** What fewer than two people rated: whether it is known well enough to decide. */
  | { kind: "thin"; competencyIds: string[] }
  | { kind: "decision" }
)

/**
 * What to talk about, and for how long, in whole minutes that add up to `total` exactly: each competency the panel is
 * apart on, in the matrix' order and by the size of its range; then what is alike, what is thin, and the decision last.
 * A decision gets a quarter of the time, things taken together a share like one range step. Below one minute an item, only
 * the decision is left. Total is cut to whole minutes, negative to 0.
 */
export function debriefAgenda(rows: readonly MatrixRow[], total = 30): AgendaItem[] {
  const minutes = Number.isFinite(total) ? Math.max(0, Math.floor(total)) : 0
  const items: { item: WithoutMinutes; share: number }[] = rows
    .filter((row) => row.accord === "apart")
    .map(({ competency, range }) => ({
      item: { kind: "competency", competencyId: competency.id, title: competency.title },
      share: range ?? 1,
    }))
  const ids = (...accords: string[]): string[] =>
    rows.filter((row) => accords.includes(row.accord)).map((row) => row.competency.id)
  const [alike, thin] = [ids("alike"), ids("single", "nobody")]
  if (alike.length > 0) items.push({ item: { kind: "alike", competencyIds: alike }, share: 1 })
  if (thin.length > 0) items.push({ item: { kind: "thin", competencyIds: thin }, share: 1 })
  if (minutes < items.length + 1) return [{ kind: "decision", minutes }]

  const before = items.reduce((sum, { share }) => sum + share, 0)
  const shares = [...items.map(({ share }) => share), before === 0 ? 1 : before / 3]
  const split = apportion(minutes, shares)
  const list: WithoutMinutes[] = [...items.map(({ item }) => item), { kind: "decision" }]
  return list.map((item, index) => ({ ...item, minutes: split[index] ?? 0 }))
}

type WithoutMinutes = AgendaItem extends infer Item
  ? Item extends AgendaItem
    ? Omit<Item, "minutes">
    : never
  : never

/** Whole minutes in proportion to the shares, one at least each, by largest remainder; earlier items win ties. */
function apportion(total: number, shares: readonly number[]): number[] {
  const spare = total - shares.length
  const sum = shares.reduce((a, b) => a + b, 0)
  const exact = shares.map((share) => (spare * share) / sum)
  const minutes = exact.map((value) => 1 + Math.floor(value))
  const left = total - minutes.reduce((a, b) => a + b, 0)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .toSorted((a, b) => b.remainder - a.remainder)
  for (const { index } of byRemainder.slice(0, left)) minutes[index] = (minutes[index] ?? 0) + 1
  return minutes
}
