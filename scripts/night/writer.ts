// Commits numbered rows as fast as it can and prints each number once its commit was acknowledged.
import { writeSync } from "node:fs"
import { Client } from "pg"
import { silent, startBundled } from "../../server/src/platform/database/index.ts"

const [dataDir = "", commit = "on"] = process.argv.slice(2)
const database = await startBundled({ dataDir, log: silent })
const client = new Client(database.connection)
await client.connect()
await client.query("create table if not exists cut (id bigint primary key, filler text)")
await client.query(`set synchronous_commit = ${commit}`)
const { rows } = await client.query<{ next: string }>("select coalesce(max(id), 0) + 1 as next from cut")
// Written at once: what lay in a buffer of ours would count as never acknowledged.
writeSync(1, "ready\n")
for (let id = Number(rows[0]?.next); ; id++) {
  await client.query("insert into cut values ($1, repeat('x', 200))", [id])
  writeSync(1, `${id}\n`)
}
