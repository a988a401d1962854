import { mkdir, readdir, readFile, writeFile } from "node:fs/promises"
import { basename, dirname, join, resolve } from "node:path"
import { jsonSchemas, SCHEMA_COMMENT } from "@backfill/core"
import { SHIPPED } from "../../../server/src/features/kits/open-kits.ts"
import { walkKit } from "../../../server/src/features/kits/walk-kit.ts"
import type { Output } from "../output.ts"
import { readCall } from "./call.ts"

export const NEW_USAGE = "kit new DIR"

/**
 * `backfill kit new DIR`: a new kit out of the template, named after its folder, with the schemas its files' first lines
 * point editors at. The folder has to be new or empty.
 */
export async function kitNew(args: string[], out: Output): Promise<number> {
  const [dir] = readCall(args, {}, 1, NEW_USAGE, out)?.names ?? []
  if (dir === undefined) return 2
  const entries = await readdir(dir).catch(() => [])
  if (entries.length > 0) {
    out.error(`The folder ${dir} isn’t empty; nothing was made. Name a new one.`)
    return 1
  }
  try {
    await make(dir)
  } catch (error) {
    out.error(
      `The kit couldn’t be made in ${dir}. (${error instanceof Error ? error.message : String(error)})`,
    )
    return 1
  }
  out.log(
    `A new kit is in ${dir}. Its files say what belongs where. Check it with: npx backfill kit check ${dir}`,
  )
  return 0
}

async function make(dir: string): Promise<void> {
  const id = idOf(basename(resolve(dir)))
  for (const { path } of await walkKit(join(SHIPPED, "template"))) {
    const text = await readFile(join(SHIPPED, "template", path), "utf8")
    await mkdir(dirname(join(dir, path)), { recursive: true })
    await writeFile(join(dir, path), path.endsWith(".yaml") ? ownText(text, path, id) : text)
  }
  await mkdir(join(dir, ".schema"), { recursive: true })
  for (const [name, schema] of Object.entries(jsonSchemas()))
    await writeFile(join(dir, ".schema", `${name}.json`), `${JSON.stringify(schema, undefined, 2)}\n`)
}

/** The template's text with the kit's own id, and the schema where this kit keeps it. */
function ownText(text: string, path: string, id: string): string {
  const up = "../".repeat(path.split("/").length - 1)
  const named = path === "kit.yaml" ? text.replace(/^id: my-kit/m, `id: ${id}`) : text
  return named.replace(
    SCHEMA_COMMENT,
    (_comment, name: string) => `# yaml-language-server: $schema=${up || "./"}.schema/${name}.json`,
  )
}

/** A folder's name as an id: what isn't a letter or digit becomes a hyphen, and it begins with a letter. */
function idOf(name: string): string {
  const words = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[^a-z]+|-+$/g, "")
  return words.slice(0, 64).replace(/-$/, "") || "my-kit"
}
