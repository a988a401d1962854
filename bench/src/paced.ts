import { Agent, request as send } from "node:http"
import { performance } from "node:perf_hooks"
import { setTimeout as sleep } from "node:timers/promises"
import type { Meter } from "./cpu.ts"
import type { Figures, Load } from "./measure.ts"

/**
 * Sends requests at a mean rate, each at a moment of its own as people do: gaps are exponential, and nobody waits for
 * the request before. Latency counts from the moment a request was due, so that a server that stalls answers for
 * everyone who came meanwhile. At most `connections` are open; who finds none free waits, and that counts too.
 */
export async function measurePaced(
  { server, connections, seconds, request }: Load,
  perSecond: number,
  meter: Meter,
): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const latencies: number[] = []
  let failed = 0
  const one = (n: number, due: number) =>
    new Promise<void>((resolve) => {
      const { method = "GET", path = "/", headers = {}, body } = request(n)
      const done = (ok: boolean) => {
        latencies.push(performance.now() - due)
        if (!ok) failed++
        resolve()
      }
      const asked = send(new URL(path, server.url), { agent, method, headers }, (answer) => {
        const status = answer.statusCode ?? 0
        answer.resume()
        answer.on("end", () => done(status >= 200 && status < 300))
        answer.on("error", () => done(false))
      })
      asked.on("error", () => done(false))
      asked.end(body)
    })
  const before = meter(server.pid)
  const start = performance.now()
  const open: Promise<void>[] = []
  let due = start
  for (let n = 0; due - start < seconds * 1000; n++) {
    due += (-Math.log(1 - Math.random()) * 1000) / perSecond
    const wait = due - performance.now()
    if (wait > 0) await sleep(wait)
    open.push(one(n, due))
  }
  await Promise.all(open)
  const taken = (performance.now() - start) / 1000
  const after = meter(server.pid)
  agent.destroy()
  const sorted = latencies.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  const each = (used: number) => used / open.length
  return {
    rate: open.length / taken,
    p50: at(0.5),
    p99: at(0.99),
    cpu: { server: each(after.server - before.server), database: each(after.database - before.database) },
    failed,
  }
}
