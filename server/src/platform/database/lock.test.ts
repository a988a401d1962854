import { readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { currentHolder, takeLock } from "./lock.ts"
import { openWorkshop, type Workshop } from "./test-processes.ts"

let workshop: Workshop
let path: string
beforeEach(() => {
  workshop = openWorkshop()
  path = join(workshop.folder, "server.lock")
})
afterEach(() => workshop.clean())

const alter = (change: Record<string, unknown>) =>
  writeFileSync(path, JSON.stringify({ ...(JSON.parse(readFileSync(path, "utf8")) as object), ...change }))
const take = () => takeLock(workshop.folder)

test("a lock is held until it is released, and leaves nothing behind", () => {
  const lock = take()
  expect(currentHolder(workshop.folder)?.pid).toBe(process.pid)
  expect(take).toThrow(`process ${process.pid}`)
  lock.release()
  lock.release()
  expect(currentHolder(workshop.folder)).toBeUndefined()
  expect(readdirSync(workshop.folder)).toEqual([])
})

test("a living process that only has the dead holder's pid is no holder", () => {
  take()
  alter({ token: "an earlier run" })
  expect(currentHolder(workshop.folder)).toBeUndefined()
  take().release()
  expect(readdirSync(workshop.folder)).toEqual([])
})

test("a lock of another machine holds while it is fresh", () => {
  take()
  alter({ host: "the-other-container", id: "another" })
  expect(take).toThrow(/on the-other-container \(if that machine is gone, wait 20 seconds\)/)
  const old = new Date(Date.now() - 60_000)
  utimesSync(path, old, old)
  take().release()
})

test("rubbish in the lock's place is no lock", () => {
  for (const rubbish of ["", "{", "null", '{"pid": "1"}']) {
    writeFileSync(path, rubbish)
    take().release()
  }
})

test("releasing doesn't remove a lock that has gone to somebody else", () => {
  const lock = take()
  alter({ id: "another" })
  lock.release()
  expect(readdirSync(workshop.folder)).toEqual(["server.lock"])
})
