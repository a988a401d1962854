import type { App, Tx } from "../../platform/app.ts"
import { finishOne } from "../../platform/recordings/finish.ts"
import {
  HIRING_SHELF,
  PRACTICE_SHELF,
  type RecordingRow,
  type Shelf,
} from "../../platform/recordings/shelf.ts"
import { selectTake } from "./recordings.store.ts"
import { tellTake } from "./takes.ts"

/** Work that another process let go of, or that nobody heard of, is found this often. */
const LOOK_MS = 30_000

async function finishedTake(app: App, tx: Tx, row: RecordingRow): Promise<void> {
  const take = await selectTake(tx, row.id, row.ownerId)
  await tellTake(tx, take, row.state, { actor: "system", at: app.clock() }, { digest: row.digest })
}

/** What is told when a recording can be played. Practice tells nobody: its owner's page asks. */
const finishedOn = (app: App, shelf: Shelf) => (tx: Tx, row: RecordingRow) =>
  shelf === HIRING_SHELF ? finishedTake(app, tx, row) : Promise.resolve()

/** Makes every recording whose bytes are here into a file that can be sought, one after the other. */
export async function finishRecordings(app: App): Promise<void> {
  for (const shelf of [HIRING_SHELF, PRACTICE_SHELF])
    while (await finishOne(app, shelf, finishedOn(app, shelf)));
}

/** Finishes recordings now, when one arrives, and now and then; what fails is tried again. Returns the way to stop. */
export function keepFinishing(app: App): () => void {
  let [running, again, stopped] = [false, false, false]
  const run = async () => {
    again = true
    if (running) return
    running = true
    while (again && !stopped) {
      again = false
      await finishRecordings(app).catch((error: unknown) =>
        app.log.error({ err: error }, "recordings couldn’t be looked through; it is tried again soon"),
      )
    }
    running = false
  }
  const silence = app.events.subscribe(({ kind, topic }) => {
    if (topic === "everything" || (kind === "work" && topic === "recordings")) void run()
  })
  const timer = setInterval(() => void run(), LOOK_MS)
  void run()
  return () => {
    stopped = true
    silence()
    clearInterval(timer)
  }
}
