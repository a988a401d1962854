import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { ownEnvironment, root, run } from "./prepare.mjs"

function digestOf(folders) {
  const hash = createHash("sha256")
  for (const folder of folders)
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).sort(
      (a, b) => (join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1),
    ))
      if (entry.isFile() && !entry.parentPath.includes("dist"))
        hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)))
  return hash.digest("hex")
}

/** Builds the web app unless the build there is of these very sources. */
export function buildWeb() {
  const marker = join(root, "web", "dist", ".sources")
  const digest = digestOf(["web/src", "core/src", "contract/src"])
  if (existsSync(marker) && readFileSync(marker, "utf8") === digest) return
  console.log("Building the pages.")
  run("npm", ["run", "--silent", "build", "-w", "web"], { env: ownEnvironment() })
  writeFileSync(marker, digest)
}
