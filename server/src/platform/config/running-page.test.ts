import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { SETTINGS } from "./settings.ts"

const page = readFileSync(new URL("../../../../docs/running.md", import.meta.url), "utf8")

it("documents every setting with its default and meaning, and no other", () => {
  const rows = [...page.matchAll(/^\| `([A-Z0-9_]+)` \| (.*?) ?\| (.+) \|$/gm)]
  const written = rows.map(([, name = "", standard = "", means]) => ({
    name,
    // The data folder's default depends on the machine; the page says how.
    standard: name === "BACKFILL_DATA" ? "" : standard.replaceAll("`", "").trim(),
    means,
  }))
  const real = Object.entries(SETTINGS).map(([name, { default: standard, means }]) => ({
    name,
    standard: name === "BACKFILL_DATA" ? "" : standard,
    means,
  }))
  expect(written).toEqual(real)
})
