import { decodeText } from "../decode.ts"
import type { Place } from "../problem.ts"
import type { KitFile } from "../tree.ts"
import { readYaml } from "../yaml-read.ts"
import { valueAt } from "../yaml-tree.ts"

/** What can be told of a kit by its `kit.yaml` alone, before anything else is read. */
export interface Peek {
  id?: string
  version?: string
  extends?: string
  /** Where `extends` stands. */
  extendsPlace: Place
}

/** A manifest is a few lines; of a huge one nothing is told before it is judged. */
const MAX_MANIFEST = 64 * 1024

/** Looks into a kit's `kit.yaml` without judging it; what isn't there or can't be read is left out. Never throws. */
export function peekKit(files: readonly KitFile[]): Peek {
  const none = { extendsPlace: { line: 1, column: 1 } }
  const manifest = files.find(({ path, kind }) => path === "kit.yaml" && kind === "file")
  if (!manifest || manifest.bytes.length > MAX_MANIFEST) return none
  const { text } = decodeText(manifest.path, manifest.bytes)
  const yaml = text === undefined ? undefined : readYaml(manifest.path, text).yaml
  if (!yaml) return none
  const textAt = (key: string) => {
    const value = valueAt(yaml.value, [key])
    return typeof value === "string" ? value.trim() : undefined
  }
  return {
    id: textAt("id"),
    version: textAt("version"),
    extends: textAt("extends"),
    extendsPlace: yaml.place(["extends"]),
  }
}

/** A kit as others name it in `extends`: its id and version. */
export function refOf({ id, version }: Peek): string {
  return `${id ?? ""}@${version ?? ""}`
}
