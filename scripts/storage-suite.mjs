// Runs the server's tests on a PostgreSQL server of the oldest supported version instead of the bundled one: Debian's 15,
// in a cluster of its own that goes away afterwards. TEST_DATABASE_URL names another server to use instead.
import { spawn, spawnSync } from "node:child_process"
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { install, ownEnvironment, root } from "./prepare.mjs"

const BIN = "/usr/lib/postgresql/15/bin"
// What only ever works on the bundled database: its launcher and what is killed with it.
const BUNDLED_ONLY = [
  "**/launcher.test.ts",
  "**/lock.test.ts",
  "**/engine.test.ts",
  "**/paths.test.ts",
  "**/kill.test.ts",
]
// What is about bytes and programs more than about rows: only when named, as by night.
const HARDLY_STORED = [
  "**/recordings/bombs.test.ts",
  "**/recordings/killed-at.test.ts",
  "**/recordings/long.test.ts",
  "**/recordings/odd-containers.test.ts",
  "**/recordings/pair.test.ts",
  "**/recordings/remux.test.ts",
  "**/practice-recordings/upload-attacks.test.ts",
  "**/public-pages/resume-attacks.test.ts",
  "**/resume/extract.test.ts",
  "**/kits/open-kits.test.ts",
  "**/kits/walk-kit.test.ts",
]
const asRoot = process.getuid?.() === 0

function give(sentence) {
  console.error(`Storage suite: ${sentence}`)
  process.exit(1)
}

function mustRun(command, args, options = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: "utf8", ...options })
  if (status === 0) return stdout ?? ""
  give(`${command} ${args.join(" ")} failed.\n${error?.message ?? ""}${stdout ?? ""}${stderr ?? ""}`)
}

function findServer() {
  if (existsSync(join(BIN, "postgres"))) return
  if (!asRoot || !existsSync("/usr/bin/apt-get"))
    give(
      "there is no PostgreSQL 15 here. Install postgresql-15, or name a server to test on in TEST_DATABASE_URL.",
    )
  console.log("Storage suite: installing postgresql-15.")
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  mustRun("apt-get", ["update", "-qq"], { env })
  mustRun("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "postgresql-15"], { env })
}

/** PostgreSQL never runs as root: then it is the account that its package has made. */
function account() {
  if (!asRoot) return undefined
  const id = (flag) => Number(mustRun("id", [flag, "postgres"]))
  return { uid: id("-u"), gid: id("-g") }
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

async function startServer() {
  findServer()
  const who = account()
  const folder = mkdtempSync(join(tmpdir(), "backfill-pg15-"))
  chmodSync(folder, 0o700)
  if (who) chownSync(folder, who.uid, who.gid)
  const options = { ...who, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: "C" } }
  const port = await freePort()
  mustRun(
    join(BIN, "initdb"),
    ["-D", join(folder, "data"), "-U", "backfill", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"],
    options,
  )
  const words = ["-D", join(folder, "data"), "-w", "-t", "60"]
  // Port and folder of the socket are ours; whatever another server on this machine uses stays out of the way.
  mustRun(
    join(BIN, "pg_ctl"),
    [
      ...words,
      "-l",
      join(folder, "log"),
      "-o",
      `-c listen_addresses=127.0.0.1 -p ${port} -c unix_socket_directories=${folder} -c max_connections=200`,
      "start",
    ],
    { ...options, stdio: "ignore" },
  )
  const url = `postgres://backfill@127.0.0.1:${port}/postgres`
  return {
    url,
    version: mustRun(join(BIN, "postgres"), ["--version"]).trim(),
    stop() {
      spawnSync(join(BIN, "pg_ctl"), [...words, "-m", "immediate", "stop"], { ...options, stdio: "ignore" })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

install()
const given = process.env.TEST_DATABASE_URL
const server = given
  ? { url: given, version: "the server in TEST_DATABASE_URL", stop() {} }
  : await startServer()
console.log(`Storage suite: the server's tests on ${server.version}.`)
const only = process.argv.slice(2)
const excluded = only.length > 0 ? BUNDLED_ONLY : [...BUNDLED_ONLY, ...HARDLY_STORED]
const words = [
  "run",
  "--project",
  "server",
  ...excluded.flatMap((pattern) => ["--exclude", pattern]),
  ...(only.length > 0 ? only : ["server/src"]),
]
const tests = spawn("node", ["node_modules/vitest/vitest.mjs", ...words], {
  cwd: root,
  stdio: "inherit",
  env: { ...ownEnvironment(), TEST_DATABASE_URL: server.url },
})
for (const name of ["SIGINT", "SIGTERM"]) process.once(name, () => tests.kill(name))
const status = await new Promise((resolve) => {
  tests.once("error", () => resolve(1))
  tests.once("exit", (code) => resolve(code ?? 1))
})
server.stop()
console.log(`Storage suite: ${status === 0 ? "passed" : "failed"} on ${server.version}.`)
process.exit(status)
