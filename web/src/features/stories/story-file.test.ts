import { STORY_KINDS, STORY_THEMES, type StoryDraft } from "@backfill/contract"
import fc from "fast-check"
import { expect, it } from "vitest"
import { readStories, writeJson, writeMarkdown } from "./story-file.ts"

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string, name = "notes.md") => readStories(bytes(text), name)
const titles = (text: string) => {
  const found = read(text)
  return "stories" in found ? found.stories.map((story) => story.title) : found.fault
}

const word = fc.stringMatching(/^[a-zA-Z#\\:é’.]{1,8}$/)
const line = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(" ")),
  fc.constantFrom("# not a heading", "\\# nor this", "Tells: nothing", "Kinds: incident", "- a list"),
)
const draft: fc.Arbitrary<StoryDraft> = fc.record({
  title: fc
    .array(fc.stringMatching(/^[a-zA-Z’é]{1,8}$/), { minLength: 1, maxLength: 5 })
    .map((words) => words.join(" ")),
  text: fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join("\n\n").trim()),
  themes: fc.dictionary(fc.constantFrom(...STORY_THEMES), fc.constantFrom("tells", "could"), {
    noNullPrototype: true,
  }),
  badHour: fc.boolean(),
  kinds: fc.uniqueArray(fc.constantFrom(...STORY_KINDS)),
})

it("reads back what it writes", () => {
  fc.assert(
    fc.property(fc.array(draft, { minLength: 1, maxLength: 4 }), (stories) => {
      expect(read(writeMarkdown(stories))).toEqual({ stories })
      expect(JSON.parse(writeJson(stories))).toEqual(stories)
    }),
  )
})

it("cuts a file at the headings that divide it", () => {
  expect(titles("# One\nwords\n# Two\nwords")).toEqual(["One", "Two"])
  expect(titles("# My stories\n\n## One\nwords\n## Two\nwords\n### A part\nmore")).toEqual(["One", "Two"])
  expect(titles("## Only\nwords")).toEqual(["Only"])
  expect(titles("No heading at all.\n\nMore.")).toEqual(["notes"])
})

it("says in a sentence why a file can’t be read", () => {
  expect(read("")).toEqual({ fault: expect.stringMatching(/no words/) })
  expect(read("# Only a heading\n")).toEqual({ fault: expect.stringMatching(/no words/) })
  expect(readStories(new Uint8Array([0xff, 0xfe, 0]), "a.md")).toEqual({
    fault: expect.stringMatching(/isn’t plain text/),
  })
  expect(read("PK\u0003\u0004")).toEqual({ fault: expect.stringMatching(/isn’t plain text/) })
  expect(readStories(new Uint8Array(1_000_001), "a.md")).toEqual({
    fault: expect.stringMatching(/over 1 MB/),
  })
  expect(read("# A\nx\n".repeat(51))).toEqual({ fault: expect.stringMatching(/up to 50/) })
  expect(read(`# A\n${"x".repeat(20_001)}`)).toEqual({ fault: expect.stringMatching(/too long/) })
})

it("never throws, whatever the file", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (any) => void readStories(any, "any.txt")))
  fc.assert(fc.property(fc.string({ unit: "binary" }), (any) => void read(any)))
})
