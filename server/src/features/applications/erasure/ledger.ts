import { open, readFile, rename } from "node:fs/promises"
import { dirname, join } from "node:path"
import { z } from "zod"
import type { App } from "../../../platform/app.ts"
import { erasures } from "../../../platform/database/schema/hiring.ts"
import { lockApplication } from "../change-application.ts"
import { eraseApplication, finishErasures } from "./erase.ts"

const Ledger = z.array(z.uuid())

/** Where an installation notes what it has erased, outside its database: a restored backup is older than the last erasures. */
export const ledgerOf = (dataFolder: string): string => join(dataFolder, "erasures.json")

/** Brings the note up to date, whole and durably or not at all. It holds numbers of applications, nothing about people. */
export async function writeLedger(app: App): Promise<void> {
  const rows = await app.db.hiring.select({ id: erasures.applicationId }).from(erasures)
  const path = ledgerOf(app.config.BACKFILL_DATA)
  const draft = `${path}.partial`
  const file = await open(draft, "w", 0o600)
  await file.writeFile(JSON.stringify(rows.map(({ id }) => id)))
  await file.sync()
  await file.close()
  await rename(draft, path)
  const folder = await open(dirname(path), "r")
  await folder.sync().finally(() => folder.close())
}

/** Erases again, after a restore, what had been erased since the backup was made. Answers how many applications. */
export async function replayErasures(app: App, path: string): Promise<number> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) =>
    error.code === "ENOENT" ? "[]" : Promise.reject(error),
  )
  let replayed = 0
  for (const id of Ledger.parse(JSON.parse(text)))
    await app.db.hiring.transaction(async (tx) => {
      const row = await lockApplication(tx, id).catch(() => undefined)
      if (!row || row.status === "erased") return
      await eraseApplication(
        tx,
        row,
        { actor: "system", at: app.clock() },
        "erased before, restored from a backup",
      )
      replayed += 1
    })
  await finishErasures(app)
  return replayed
}
