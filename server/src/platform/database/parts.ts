/** The parts of the product that have rights of their own in the database; each also has a schema of this name. */
export const parts = ["platform", "hiring", "practice"] as const
export type Part = (typeof parts)[number]

/** The database role a part works under. */
export const roleOf = (part: Part): string => `backfill_${part}`
