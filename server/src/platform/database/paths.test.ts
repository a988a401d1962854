import { chmodSync, mkdirSync, rmdirSync, symlinkSync } from "node:fs"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { defaultDataDirectory, firstClosedFolder, socketFolder } from "./paths.ts"
import { openWorkshop, type Workshop } from "./test-processes.ts"

let workshop: Workshop
beforeEach(() => {
  workshop = openWorkshop()
})
afterEach(() => {
  vi.unstubAllEnvs()
  workshop.clean()
})

test.for([
  ["linux", {}, 1000, "/home/ada/.local/share/backfill"],
  ["linux", { XDG_DATA_HOME: "/data/ada" }, 1000, "/data/ada/backfill"],
  ["linux", { XDG_DATA_HOME: "not/absolute" }, 1000, "/home/ada/.local/share/backfill"],
  ["linux", { XDG_DATA_HOME: "/data/ada" }, 0, "/var/lib/backfill"],
  ["darwin", {}, 501, "/home/ada/Library/Application Support/Backfill"],
  [
    "win32",
    { LOCALAPPDATA: "C:\\Users\\Ada\\AppData\\Local" },
    undefined,
    "C:\\Users\\Ada\\AppData\\Local\\Backfill",
  ],
] as const)("on %s with %o as user %s the data goes to %s", ([platform, env, uid, folder]) => {
  expect(defaultDataDirectory({ platform, env, uid, home: "/home/ada" })).toBe(folder)
})

test("a closed folder is named, the topmost first", () => {
  const inner = join(workshop.folder, "closed", "inner")
  mkdirSync(inner, { recursive: true })
  const stranger = { uid: 54321, gid: 54321 }
  expect(firstClosedFolder(inner, stranger)).toBeUndefined()
  chmodSync(inner, 0o700)
  expect(firstClosedFolder(inner, stranger)).toBe(inner)
  chmodSync(join(workshop.folder, "closed"), 0o700)
  expect(firstClosedFolder(inner, stranger)).toBe(join(workshop.folder, "closed"))
})

test("a folder or link that somebody put at the socket's name is not used", () => {
  vi.stubEnv("XDG_RUNTIME_DIR", workshop.folder)
  const first = socketFolder("/some/data", undefined)
  expect(first.startsWith(workshop.folder)).toBe(true)
  expect(socketFolder("/some/data", undefined)).toBe(first)
  const trap = socketFolder("/other/data", undefined)
  rmdirSync(trap)
  symlinkSync(workshop.folder, trap)
  const other = socketFolder("/other/data", undefined)
  rmdirSync(other)
  expect(other.startsWith(workshop.folder)).toBe(false)
})

test("a folder too long for a socket is passed over", () => {
  const long = join(workshop.folder, "x".repeat(90))
  mkdirSync(long)
  vi.stubEnv("XDG_RUNTIME_DIR", long)
  const folder = socketFolder("/long/data", undefined)
  rmdirSync(folder)
  expect(folder.startsWith(long)).toBe(false)
})
