// Cuts the power under the bundled database and looks for acknowledged rows. The data lies on a loop-mounted disk image; at
// a random moment everything is stopped and the image copied as it is then, without what the file system still held back.
// The copy is the disk after the cut. Needs root and loop mounts; CUTS sets how many (default 10).
//
// It shows the loss of pages that weren't synced, not torn sectors or a disk that lies. So that it can fail, it first cuts
// under commits that aren't waited for: those must lose rows.
import { execFileSync, spawn } from "node:child_process"
import {
  chmodSync,
  closeSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { Client } from "pg"
import { silent, startBundled } from "../../server/src/platform/database/index.ts"

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { stdio: ["ignore", "pipe", "pipe"] })

if (process.getuid?.() !== 0) {
  console.log("Power cut: not run, since mounting a disk image needs root.")
  process.exit(1)
}

const folder = mkdtempSync(join(tmpdir(), "backfill-cut-"))
const disk = join(folder, "disk")
const [image, copy] = [join(folder, "image"), join(folder, "copy")]
const dataDir = join(disk, "data")
/** Kept outside the disk that loses its power. */
const acknowledgements = join(folder, "acknowledged")
chmodSync(folder, 0o711)
mkdirSync(disk)
run("truncate", "-s", "1500M", image)
run("mkfs.ext4", "-q", "-F", image)

const mount = (file: string) => {
  run("mount", "-o", "loop", file, disk)
  chmodSync(disk, 0o711)
}

/** Every process that has something of the mounted disk as its folder or open: the database's. */
function processesOnDisk(): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return (
          readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(dataDir) ||
          run("readlink", `/proc/${pid}/cwd`).toString().startsWith(disk)
        )
      } catch {
        return false
      }
    })
    .map(Number)
    .filter((pid) => pid !== process.pid)
}

function signalAll(pids: number[], signal: NodeJS.Signals) {
  for (const pid of pids)
    try {
      process.kill(pid, signal)
    } catch {
      // It has ended meanwhile.
    }
}

/** One cut. Answers how many rows were acknowledged until then, and how many of those are gone or doubled afterwards. */
async function cut(commit: "on" | "off"): Promise<{ acknowledged: number; lost: number }> {
  mount(image)
  const log = openSync(acknowledgements, "w")
  const writer = spawn(process.execPath, [join(import.meta.dirname, "writer.ts"), dataDir, commit], {
    stdio: ["ignore", log, "inherit"],
  })
  const heard = () => readFileSync(acknowledgements, "utf8")
  for (let waited = 0; !heard().includes("ready"); waited += 50) {
    if (writer.exitCode !== null || waited > 60_000) throw new Error("the database didn't start")
    await sleep(50)
  }
  const pids = [...new Set([...(writer.pid ? [writer.pid] : []), ...processesOnDisk()])]
  await sleep(500 + Math.random() * 2500)
  signalAll(pids, "SIGSTOP")
  copyFileSync(image, copy)
  closeSync(log)
  const numbers = heard()
    .split("\n")
    .slice(0, -1)
    .filter((line) => /^\d+$/.test(line))
    .map(Number)
  signalAll(pids, "SIGKILL")
  await sleep(300)
  run("umount", disk)

  mount(copy)
  const database = await startBundled({ dataDir, log: silent })
  const client = new Client(database.connection)
  await client.connect()
  const { rows } = await client.query<{ id: string }>("select id from cut")
  await client.end()
  await database.stop()
  run("umount", disk)
  copyFileSync(copy, image)
  const there = new Set(rows.map((row) => Number(row.id)))
  return { acknowledged: numbers.length, lost: numbers.filter((id) => !there.has(id)).length }
}

try {
  let control = 0
  for (let round = 0; round < 5 && control === 0; round++) control = (await cut("off")).lost
  if (control === 0)
    throw new Error("cuts under commits that aren't waited for lost nothing, so this test shows nothing here")
  console.log(`Power cut: commits that aren't waited for lost ${control} rows, so a loss would be seen.`)
  let acknowledged = 0
  let lost = 0
  const cuts = Number(process.env.CUTS ?? 10)
  for (let round = 0; round < cuts; round++) {
    const result = await cut("on")
    acknowledged += result.acknowledged
    lost += result.lost
  }
  console.log(`Power cut: ${cuts} cuts, ${acknowledged} rows acknowledged, ${lost} of them lost.`)
  process.exitCode = lost === 0 && acknowledged > 0 ? 0 : 1
} finally {
  signalAll(processesOnDisk(), "SIGKILL")
  for (const file of [copy, image, acknowledgements]) rmSync(file, { force: true })
}
