import { spawn } from "node:child_process"
import { chmodSync, mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { ClientConfig } from "pg"
import { startBundled } from "./launcher.ts"
import { silent } from "./log.ts"

/** Environment variable by which test processes find the cluster that the run has started. */
export const clusterVariable = "BACKFILL_TEST_CLUSTER"

/** A PostgreSQL for one run of the tests. */
export interface TestCluster {
  connection: ClientConfig
  stop(): Promise<void>
}

/**
 * Vitest's global set-up (`globalSetup: ["server/src/platform/database/test-cluster.ts"]`): one bundled
 * PostgreSQL for the whole run, unless TEST_DATABASE_URL names a server to test on.
 */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env["TEST_DATABASE_URL"]) return async () => {}
  const cluster = await startTestCluster()
  process.env[clusterVariable] = JSON.stringify(cluster.connection)
  return () => cluster.stop()
}

/** Starts a bundled PostgreSQL in a folder of its own that goes away with this process, however it ends. */
export async function startTestCluster(): Promise<TestCluster> {
  const folder = mkdtempSync(join(tmpdir(), "backfill-test-"))
  // Started by root, the database runs as somebody else and has to get in here.
  chmodSync(folder, 0o711)
  const database = await startBundled({ dataDir: join(folder, "data"), log: silent })
  // Test workers are killed without notice, so cleaning up is left to a process that waits for our end.
  const clean =
    'while kill -0 "$1" 2>/dev/null; do sleep 1; done; kill -QUIT "$2" 2>/dev/null; sleep 1; rm -rf "$3" "$4"'
  const words = [String(process.pid), String(database.pid()), folder, database.connection.host]
  const cleaner = spawn("sh", ["-c", clean, "clean", ...words], { detached: true, stdio: "ignore" })
  cleaner.unref()
  return { connection: database.connection, stop: () => database.stop() }
}
