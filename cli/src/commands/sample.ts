import { compose, fillSample } from "@backfill/server"
import type { Output } from "../output.ts"
import { withStore } from "../store.ts"

/** `backfill sample`: an opening with invented applications in every stage, beside a running server too. */
export async function sampleCommand(out: Output): Promise<number> {
  return withStore(out, async (config, database) => {
    const { app, close } = await compose({ ...config, LOG_LEVEL: "error" }, database)
    try {
      const { openingId, applications } = await fillSample(app, (done, of) => {
        if (done % 5 === 0 && done < of) out.error(`${done} of ${of} applications are in …`)
      })
      out.log(`${applications} invented applications are at ${app.baseUrl}/openings/${openingId}`)
      return 0
    } finally {
      await close()
    }
  })
}
