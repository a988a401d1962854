import { spawnSync } from "node:child_process"
import { installPackage } from "./prepare.mjs"

const PROGRAMS = [
  { name: "espeak-ng", asked: "--version", of: "espeak-ng", why: "speaks for the tests of speech" },
  { name: "ffprobe", asked: "-version", of: "ffmpeg", why: "reads recordings independently of us" },
]

/** Sees to the programs that only tests need: installs Debian's where that is allowed, else says how to, and ends. */
export function findPrograms() {
  for (const { name, asked, of, why } of PROGRAMS) {
    const answers = () => spawnSync(name, [asked]).status === 0
    if (answers()) continue
    installPackage(of, `Installing ${name}, which ${why}.`)
    if (answers()) continue
    console.error(`The tests need ${name}, which ${why}. Install it (Debian: sudo apt-get install ${of}).`)
    process.exit(1)
  }
}
