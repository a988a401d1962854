// Writes what is generated from the kit format: kits/schema/*.json, docs/kit-reference.md, docs/kit-rules.md.
import { mkdirSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { jsonSchemas } from "../core/src/kit/reference/json-schema.ts"
import { referencePage } from "../core/src/kit/reference/page.ts"
import { rulesPage } from "../core/src/kit/reference/rules-page.ts"

const root = fileURLToPath(new URL("..", import.meta.url))
mkdirSync(`${root}kits/schema`, { recursive: true })
for (const [name, schema] of Object.entries(jsonSchemas()))
  writeFileSync(`${root}kits/schema/${name}.json`, `${JSON.stringify(schema, undefined, 2)}\n`)
writeFileSync(`${root}docs/kit-reference.md`, referencePage())
writeFileSync(`${root}docs/kit-rules.md`, rulesPage())
