import { z } from "zod"
import { kitDigest, pinnedFiles } from "./digest.ts"
import { FILE_START, type Problem, problem } from "./problem.ts"
import { parentsOf } from "./extend/chain.ts"
import { readKit } from "./read.ts"
import type { Kit } from "./schema.ts"
import { KIT_LIMITS, type KitFile } from "./tree.ts"

const Files = z.array(z.strictObject({ path: z.string(), text: z.string() })).max(KIT_LIMITS.files)
const Bundle = z.strictObject({
  format: z.literal("backfill-bundle/1"),
  digest: z.string(),
  files: Files,
  /** The kits it extends, nearest first, so that a bundle needs nothing beside itself. */
  parents: z
    .array(z.strictObject({ kit: z.string(), files: Files }))
    .max(10)
    .optional(),
})

/** JSON escapes a character as six at most, and paths and punctuation add a little. */
const MAX_BUNDLE_CHARACTERS = 6 * (KIT_LIMITS.kitBytes * 6 + KIT_LIMITS.files * 1000)

/**
 * A kit as one JSON text that holds its files unchanged, byte order marks and line ends included: what an opening
 * stores when it pins the kit. With a kit that extends others, found among `known`, their files come along. The same files
 * give the same text. Meant for files `readKit` has accepted; throws a
 * TypeError on one that isn't UTF-8.
 */
export function bundleKit(files: readonly KitFile[], known: readonly (readonly KitFile[])[] = []): string {
  const { chain } = parentsOf(files, known)
  const bundle: z.infer<typeof Bundle> = {
    format: "backfill-bundle/1",
    digest: kitDigest(files, known),
    files: texts(files),
    ...(chain.length > 0
      ? { parents: chain.map((parent) => ({ kit: parent.ref, files: texts(parent.files) })) }
      : {}),
  }
  return JSON.stringify(bundle)
}

function texts(files: readonly KitFile[]): { path: string; text: string }[] {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
  return pinnedFiles(files).map(({ path, bytes }) => ({ path, text: decoder.decode(bytes) }))
}

function fromTexts(entries: z.infer<typeof Files>): KitFile[] {
  const encoder = new TextEncoder()
  return entries.map(({ path, text }) => ({ path, bytes: encoder.encode(text), kind: "file" }))
}

/** What a bundle holds: a kit's own files, those of the kits it extends (nearest first), and the kit they make. */
export interface Unbundled {
  kit?: Kit
  files: KitFile[]
  known: KitFile[][]
  problems: Problem[]
}

/**
 * Reads a stored bundle back: the files as they were, and the kit in them. Never throws. A bundle that is damaged or
 * doesn't match its own digest gives a `bundle-invalid` problem and no kit.
 */
export function readBundle(text: string): Unbundled {
  const bundle = parseBundle(text)
  if (!bundle) return invalid("This stored kit can’t be read.")
  const files = fromTexts(bundle.files)
  const known = (bundle.parents ?? []).map((parent) => fromTexts(parent.files))
  if (kitDigest(files, known) !== bundle.digest)
    return invalid("This stored kit was changed after it was pinned.")
  return { files, known, ...readKit(files, { known, pinned: true }) }
}

function parseBundle(text: string): z.infer<typeof Bundle> | undefined {
  if (text.length > MAX_BUNDLE_CHARACTERS) return undefined
  try {
    return Bundle.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function invalid(message: string): Unbundled {
  const help = "Restore it from a backup, or pin the kit again from its folder."
  return { files: [], known: [], problems: [problem("bundle-invalid", "", FILE_START, message, help)] }
}
