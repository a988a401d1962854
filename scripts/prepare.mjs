// Installs what the lockfile says, when that hasn't happened yet. Plain JavaScript: it runs on the Node that came with npm.
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { delimiter, join } from "node:path"
import { fileURLToPath } from "node:url"

export const root = fileURLToPath(new URL("..", import.meta.url))
const marker = join(root, "node_modules", ".backfill-lock")

/** Runs a command in the project, output shown; ends this process when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
    ...options,
  })
  if (error) console.error(`${command} couldn't be run: ${error.message}`)
  if (status !== 0 && !options.mayFail) process.exit(status ?? 1)
  return status ?? 1
}

/** Installs a package of Debian's, where this is one and it is allowed; otherwise, and where that fails, nothing happens. */
export function installPackage(name, why) {
  if (!existsSync("/usr/bin/apt-get") || process.getuid?.() !== 0) return
  console.log(why)
  run("apt-get", ["update", "-qq"], { mayFail: true })
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], {
    mayFail: true,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  })
}

/** The environment in which `node` is the project's own. */
export const ownEnvironment = () => ({
  ...process.env,
  PATH: join(root, "node_modules", ".bin") + delimiter + process.env.PATH,
})

export function install() {
  const digest = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex")
  if (existsSync(marker) && readFileSync(marker, "utf8") === digest) return
  console.log("Installing what Backfill needs (about a minute, once).")
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"])
  writeFileSync(marker, digest)
}
