/** What a sentence does in a story. The order is that of the weights. */
export const PARTS = ["situation", "task", "action", "result", "hardening", "other"] as const
export type Part = (typeof PARTS)[number]
