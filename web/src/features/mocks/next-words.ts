import type { Mock } from "@backfill/contract"

/** Where a mock stands for its reader, and what comes next, in one line. */
export function nextWords(mock: Mock): string {
  const half = mock.halves.at(-1)
  if (mock.joined && mock.other === null) return "They have left; what you were given is still yours"
  if (!half || half.state === "waiting") return "Send the link"
  const ask = half.mine === "asker"
  switch (half.state) {
    case "ready":
      return ask ? "You ask: start the clock" : "They start the clock"
    case "running":
      return ask ? "You are asking" : "You are answering"
    case "ended":
      return ask ? "Rate the answers and hand over" : "They are going through their notes"
    case "handed":
      if (mock.maySwap) return "Swap: now you ask"
      return half.number === 2 ? "Both halves are done" : "They choose questions for you"
  }
}
