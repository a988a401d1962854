import { z } from "zod"
import { kitDigest, pinnedFiles } from "./digest.ts"
import { FILE_START, type Problem, problem } from "./problem.ts"
import { readKit } from "./read.ts"
import type { Kit } from "./schema.ts"
import { KIT_LIMITS, type KitFile } from "./tree.ts"

const Bundle = z.strictObject({
  format: z.literal("backfill-bundle/1"),
  digest: z.string(),
  files: z.array(z.strictObject({ path: z.string(), text: z.string() })).max(KIT_LIMITS.files),
})

/** JSON escapes a character as six at most, and paths and punctuation add a little. */
const MAX_BUNDLE_CHARACTERS = KIT_LIMITS.kitBytes * 6 + KIT_LIMITS.files * 1000

/**
 * A kit as one JSON text that holds its files unchanged, byte order marks and line ends included: what an opening
 * stores when it pins the kit. The same files give the same text. Meant for files `readKit` has accepted; throws a
 * TypeError on one that isn't UTF-8.
 */
export function bundleKit(files: readonly KitFile[]): string {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
  const pinned = pinnedFiles(files)
  const bundle: z.infer<typeof Bundle> = {
    format: "backfill-bundle/1",
    digest: kitDigest(pinned),
    files: pinned.map(({ path, bytes }) => ({ path, text: decoder.decode(bytes) })),
  }
  return JSON.stringify(bundle)
}

/**
 * Reads a stored bundle back: the files as they were, and the kit in them. Never throws. A bundle that is damaged or
 * doesn't match its own digest gives a `bundle-invalid` problem and no kit.
 */
export function readBundle(text: string): { kit?: Kit; files: KitFile[]; problems: Problem[] } {
  const bundle = parseBundle(text)
  if (!bundle) return invalid("This stored kit can’t be read.")
  const encoder = new TextEncoder()
  const files = bundle.files.map(
    ({ path, text }): KitFile => ({ path, bytes: encoder.encode(text), kind: "file" }),
  )
  if (kitDigest(files) !== bundle.digest) return invalid("This stored kit was changed after it was pinned.")
  return { files, ...readKit(files) }
}

function parseBundle(text: string): z.infer<typeof Bundle> | undefined {
  if (text.length > MAX_BUNDLE_CHARACTERS) return undefined
  try {
    return Bundle.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function invalid(message: string): { files: KitFile[]; problems: Problem[] } {
  const help = "Restore it from a backup, or pin the kit again from its folder."
  return { files: [], problems: [problem("bundle-invalid", "", FILE_START, message, help)] }
}
