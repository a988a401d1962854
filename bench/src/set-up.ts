import { setTimeout as sleep } from "node:timers/promises"
import type { Served } from "./processes.ts"

/** Creates the owner with the printed link; answers the cookie. */
export async function setUp(server: Served): Promise<string> {
  for (let tries = 0; tries < 200 && !/\/set-up#\S+/.test(server.output()); tries++) await sleep(50)
  const token = /\/set-up#(\S+)/.exec(server.output())?.[1]
  const person = {
    name: "Bea Bench",
    email: "bea@bench.example",
    password: "a long enough one",
    timeZone: "UTC",
  }
  const answer = await fetch(`${server.url}/api/set-up`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-backfill": "1" },
    body: JSON.stringify({ token, purpose: "hire", organisation: "Bench", ...person }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0]
  if (!answer.ok || cookie === undefined)
    throw new Error(`The owner couldn't be created: ${answer.status} ${await answer.text()}`)
  return cookie
}
