import { defineConfig } from "vitest/config"
import { BaseSequencer, type TestSpecification } from "vitest/node"

/** The files that take minutes come first, so that none of them is left alone at the end; the rest as ever. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const long = ({ moduleId }: TestSpecification) => (moduleId.endsWith("kill.test.ts") ? 0 : 1)
    return (await super.sort(files)).sort((one, other) => long(one) - long(other))
  }
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "pure",
          include: [
            "{core,coach,contract,simulator,web}/src/**/*.test.ts",
            "{coach,web}/training/**/*.test.ts",
          ],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "server",
          include: ["{server,cli}/src/**/*.test.ts"],
          globalSetup: ["server/src/platform/database/test-cluster.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: "house", include: ["scripts/house/**/*.test.ts"], testTimeout: 60_000 } },
      {
        test: {
          name: "e2e",
          include: ["e2e/src/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // What a page or the server does in a blink takes seconds on a busy machine.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
    // The browser's journeys among the rest: each has a server, a database and a port of its own.
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
  },
})
