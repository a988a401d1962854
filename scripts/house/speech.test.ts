import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { ARROWS } from "./arrows.ts"
import { type House, readHouse } from "./imports.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))
const house = readHouse(root, Object.keys(ARROWS))

const SPEECH = "web/src/features/rehearse/speech/"
/** Features of the person who practises, and the training of what hears: only from here may a road lead there. */
const OWN = /^web\/(src\/features\/(rehearse|practice)|training\/speech)\//

/** The files from which a road of imports leads to what hears speech. */
function roadsTo(beginning: string, { files, imports }: House): string[] {
  const found = new Set(files.filter((file) => file.startsWith(beginning)))
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const { from, to } of imports) if (found.has(to)) found.add(from)
  }
  return [...found].filter((file) => !file.startsWith(beginning))
}
const strangers = (read: House) => roadsTo(SPEECH, read).filter((file) => !OWN.test(file))

describe("what hears how somebody speaks", () => {
  it("is reached from rehearsals, and from nothing that hiring sees", () => {
    expect(roadsTo(SPEECH, house)).toContain("web/src/features/rehearse/listening-back.tsx")
    expect(strangers(house)).toEqual([])
  })
  it("a planted road is reported, however long", () => {
    const road = [
      ["web/src/features/debriefs/debrief-page.tsx", "web/src/features/recordings/take-player.tsx"],
      ["web/src/features/recordings/take-player.tsx", `${SPEECH}index.ts`],
    ].map(([from = "", to = ""]) => ({ from, to }))
    expect(strangers({ ...house, imports: [...house.imports, ...road] })).toContain(
      "web/src/features/debriefs/debrief-page.tsx",
    )
  })
})
