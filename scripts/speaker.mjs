import { spawnSync } from "node:child_process"
import { installPackage } from "./prepare.mjs"

/** Sees to espeak-ng, which speaks for the tests of speech; installs Debian's where that is allowed, else says how to. */
export function findSpeaker() {
  const speaks = () => spawnSync("espeak-ng", ["--version"]).status === 0
  if (speaks()) return
  installPackage("espeak-ng", "Installing espeak-ng for the tests of speech.")
  if (speaks()) return
  console.error("The tests of speech need espeak-ng. Install it (Debian: sudo apt-get install espeak-ng).")
  process.exit(1)
}
