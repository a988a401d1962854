import { expect } from "vitest"
import { journey } from "./journey.ts"
import { startPair } from "./pair.ts"

// The same eight steps, every request of every person on the next of two servers. Pictures are the other file's part.
journey(
  startPair,
  async () => {},
  ({ answered }) => {
    for (const answers of answered()) expect(answers).toBeGreaterThan(100)
  },
)
