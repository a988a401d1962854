import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { kernelModule } from "../build-kernel.ts"

it("keeps the simulator's kernel as its source compiles: run `npm run build:kernel` after a change", async () => {
  const kept = readFileSync(new URL("../../simulator/src/kernel/bytes.ts", import.meta.url), "utf8")
  expect(await kernelModule()).toBe(kept)
}, 30_000)
