import { expect, test, vi } from "vitest"
import { KeyBook } from "./key-book.ts"

const press = (key: string, ctrlKey = false, repeat = false) => ({
  key,
  code: `Key${key.toUpperCase()}`,
  ctrlKey,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat,
})

test("a shortcut runs, but not while typing unless it says so", () => {
  const book = new KeyBook()
  const [plain, always] = [vi.fn(), vi.fn()]
  book.open("Page", () => ({
    n: { label: "Next", run: plain },
    "mod+k": { label: "Find", run: always, whileTyping: true },
  }))
  expect(book.hear(press("n"), 0, true, false)).toBe(false)
  expect(plain).not.toHaveBeenCalled()
  expect(book.hear(press("n"), 0, false, false)).toBe(true)
  expect(book.hear(press("k", true), 0, true, false)).toBe(true)
  expect([plain, always].map((run) => run.mock.calls.length)).toEqual([1, 1])
})

test("two keys after each other, within the pause", () => {
  const book = new KeyBook()
  const [go, open] = [vi.fn(), vi.fn()]
  book.open("Go", () => ({ "g o": { label: "Openings", run: go }, o: { label: "Open", run: open } }))
  expect(book.hear(press("g"), 0, false, false)).toBe(true)
  book.hear(press("o"), 800, false, false)
  expect([go.mock.calls.length, open.mock.calls.length]).toEqual([1, 0])
  book.hear(press("g"), 1000, false, false)
  book.hear(press("o"), 3000, false, false)
  expect([go.mock.calls.length, open.mock.calls.length]).toEqual([1, 1])
  book.hear(press("g"), 4000, true, false)
  book.hear(press("o"), 4100, false, false)
  expect(open.mock.calls.length).toBe(2)
})

test("the latest page wins, is listed first, and goes when closed", () => {
  const book = new KeyBook()
  const [under, over] = [vi.fn(), vi.fn()]
  book.open("Everywhere", () => ({ n: { label: "Under", run: under } }))
  const close = book.open("Here", () => ({ n: { label: "Over", run: over } }))
  expect(book.list()).toEqual([{ group: "Here", keys: [{ keys: "n", label: "Over" }] }])
  book.hear(press("n"), 0, false, false)
  close()
  book.hear(press("n"), 0, false, false)
  expect([under.mock.calls.length, over.mock.calls.length]).toEqual([1, 1])
})

test("what holds everywhere stays under the page, though it was mounted later", () => {
  const book = new KeyBook()
  const [page, shell] = [vi.fn(), vi.fn()]
  book.open("Page", () => ({ n: { label: "Next", run: page } }))
  book.open("Everywhere", () => ({ n: { label: "New", run: shell } }), true)
  book.hear(press("n"), 0, false, false)
  expect([page.mock.calls.length, shell.mock.calls.length]).toEqual([1, 0])
})

test("a held key repeats only where that is wanted; false lets the press through", () => {
  const book = new KeyBook()
  const move = vi.fn()
  book.open("Page", () => ({
    j: { label: "Down", run: move, repeats: true },
    n: { label: "Next", run: move },
    x: { label: "Not now", run: () => false },
  }))
  book.hear(press("j", false, true), 0, false, false)
  book.hear(press("n", false, true), 0, false, false)
  expect(move).toHaveBeenCalledTimes(1)
  expect(book.hear(press("x"), 0, false, false)).toBe(false)
})
