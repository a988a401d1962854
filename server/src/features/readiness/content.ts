import { readdir, readFile } from "node:fs/promises"
import { join, sep } from "node:path"
import { type ReadinessContent, readReadiness } from "@backfill/core"

/**
 * Where the shipped lists and exercises lie. Not in a kit: nothing of it is asked, rated or pinned, and it is there
 * whichever kits an installation uses.
 */
const FOLDER = join(import.meta.dirname, "../../../content/readiness")

/** The content with everything that is wrong with it; nothing, in what is shipped. */
export async function readContent(folder = FOLDER): Promise<ReadinessContent & { problems: string[] }> {
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith(".yaml")).sort()
  const files = paths.map(async (path) => ({
    path: path.replaceAll(sep, "/"),
    text: await readFile(join(folder, path), "utf8"),
  }))
  return readReadiness(await Promise.all(files))
}

let known: Promise<ReadinessContent> | undefined

/** The shipped content, read once: it only changes with the program. */
export function shippedContent(): Promise<ReadinessContent> {
  return (known ??= readContent())
}
