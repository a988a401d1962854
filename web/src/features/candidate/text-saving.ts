/** Where the words of an exercise are: here and there, only here, or different there; or why they can’t go there. */
export type SaveState = "saved" | "typing" | "saving" | "device" | "elsewhere" | "over" | "signed-out"

/** What lies on this device of one exercise: the words, and what the server had when they were written. */
export type KeptText = { text: string; base: string }

/** Where the words of an attempt lie on this device. */
export const textName = (attemptId: string) => `attempt/${attemptId}`

/** Reads what was kept; undefined where there is nothing usable. */
export function readKeptText(value: unknown): KeptText | undefined {
  if (typeof value !== "object" || value === null) return undefined
  const { text, base } = value as Record<string, unknown>
  return typeof text === "string" && typeof base === "string" ? { text, base } : undefined
}

export type Opening = {
  text: string
  state: SaveState
  /** The server's words, where they and those of this device were both changed. */
  other?: string
}

/**
 * Which words to begin with: those of this device where they are further along, else the server's. Changed on both
 * sides, this device's are shown and the others are offered beside them; nothing is thrown away.
 */
export function openText(kept: KeptText | undefined, server: string): Opening {
  if (!kept || kept.text === server || kept.text === kept.base) return { text: server, state: "saved" }
  if (kept.base === server) return { text: kept.text, state: "typing" }
  return { text: kept.text, state: "elsewhere", other: server }
}

/**
 * What to do when a save came with an old version: `again` where only something else changed (a file arrived, an answer
 * got lost on the way), `ask` where other words are there now.
 */
export function afterStale(sent: string, base: string, server: string): "again" | "ask" {
  return server === base || server === sent ? "again" : "ask"
}
