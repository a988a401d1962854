import { execFileSync } from "node:child_process"

/**
 * Lets this process write no file longer than so many bytes, as on a disk that gets full in the middle of one: the system
 * refuses the rest. Linux alone. Answers how to lift it.
 */
export function limitFileSize(bytes: number): () => void {
  const set = (most: string) => execFileSync("prlimit", [`--pid=${process.pid}`, `--fsize=${most}`])
  set(`${bytes}:unlimited`)
  return () => set("unlimited:unlimited")
}
