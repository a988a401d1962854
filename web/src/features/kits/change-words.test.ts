import type { PinnedChanges } from "@backfill/contract"
import type { Kit } from "@backfill/core"
import { expect, test } from "vitest"
import { changesTitle, countWords, pageOfChange } from "./change-words.ts"

const change = (kind: "added" | "removed" | "changed", noun = "question", id = "a") => ({
  kind,
  noun,
  id,
  title: "",
  details: [],
  measuresAnew: false,
})
const found: PinnedChanges = {
  pinned: { version: "1.0.0", digest: "a", at: "2026-03-02T09:00:00Z" },
  now: { version: "1.1.0", digest: "b" },
  same: false,
  changes: [change("changed"), change("added"), change("changed")],
  comparable: true,
  composite: [],
}

test("the title is the finding", () => {
  expect(changesTitle(found)).toBe("The kit on disk has changed since")
  expect(changesTitle({ ...found, same: true, changes: [] })).toBe("Nothing has changed since")
  expect(changesTitle({ ...found, changes: [] })).toMatch(/nothing new for panels/)
  expect(changesTitle({ ...found, now: null, changes: [] })).toMatch(/can’t be read/)
  expect(countWords(found.changes)).toBe("2 changed, 1 new")
  expect(countWords([change("removed")])).toBe("1 gone")
})

test("a change leads to the page it is about, where the pinned kit has one", () => {
  const kit = { guides: { candidate: "" } } as unknown as Kit
  expect(pageOfChange(change("changed", "question", "x"), kit)).toBe("question/x")
  expect(pageOfChange(change("changed", "guide", "candidate"), kit)).toBe("guide/candidate")
  expect(pageOfChange(change("changed", "guide", "new"), kit)).toBeUndefined()
  expect(pageOfChange(change("changed", "stage", "x"), kit)).toBe("rounds")
  expect(pageOfChange(change("changed", "kit", ""), kit)).toBeUndefined()
})
