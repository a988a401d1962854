import autocannon, { type Request } from "autocannon"
import type { Cpu, Meter } from "./cpu.ts"
import type { Served } from "./processes.ts"

export interface Load {
  what: string
  server: Served
  connections: number
  seconds: number
  /** Makes the nth request. */
  request(n: number): Request
}

/** How fast a load was answered: milliseconds, and requests a second. */
export interface Figures {
  rate: number
  p50: number
  p99: number
  /** Milliseconds of CPU that one request took. */
  cpu: Cpu
  /** Requests that failed or were refused: a measurement with any is worth nothing. */
  failed: number
}

/** One line of the table. */
export interface Line extends Figures {
  what: string
  /** The rate as a part of the bare server's in the seconds before; none at a fixed rate. */
  ofBare: number | undefined
}

/** Sends requests for some seconds. This process does nothing else meanwhile; the servers are processes of their own. */
export async function measure(
  { server, connections, seconds, request }: Load,
  meter: Meter,
): Promise<Figures> {
  let n = 0
  const requests = [{ setupRequest: (before: Request) => ({ ...before, ...request(n++) }) }]
  const before = meter(server.pid)
  const result = await autocannon({
    url: server.url,
    connections,
    duration: seconds,
    requests,
  })
  const after = meter(server.pid)
  const each = (used: number) => used / result.requests.total
  const { latency, errors, timeouts, non2xx } = result
  return {
    rate: result.requests.average,
    p50: latency.p50,
    p99: latency.p99,
    cpu: { server: each(after.server - before.server), database: each(after.database - before.database) },
    failed: errors + timeouts + non2xx,
  }
}

/**
 * Measures the bare server and a load by turns, so that whatever else this machine does meets both alike, and takes the
 * middle of the turns.
 */
export async function measureBeside(
  bare: Load,
  load: Load,
  turns: number,
  meter: Meter,
): Promise<{ bare: Figures; line: Line }> {
  await measure({ ...load, seconds: 1 }, meter)
  const bares: Figures[] = []
  const ours: Figures[] = []
  for (let turn = 0; turn < turns; turn++) {
    bares.push(await measure(bare, meter))
    ours.push(await measure(load, meter))
  }
  const ratios = ours.map(({ rate }, turn) => rate / (bares[turn]?.rate ?? 0))
  return { bare: middleOf(bares), line: { what: load.what, ...middleOf(ours), ofBare: middle(ratios) } }
}

/** The middle of several measurements, figure by figure; what failed is added up. */
export const middleOf = (figures: readonly Figures[]): Figures => ({
  rate: middle(figures.map(({ rate }) => rate)),
  p50: middle(figures.map(({ p50 }) => p50)),
  p99: middle(figures.map(({ p99 }) => p99)),
  cpu: {
    server: middle(figures.map(({ cpu }) => cpu.server)),
    database: middle(figures.map(({ cpu }) => cpu.database)),
  },
  failed: figures.reduce((sum, { failed }) => sum + failed, 0),
})

const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const shown = (ms: number) => (Number.isNaN(ms) ? "" : ms.toFixed(2))

/** The lines as a Markdown table. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map(({ what, rate, ofBare, cpu, p50, p99, failed }) =>
    [
      what,
      rate.toFixed(0),
      ofBare === undefined ? "" : ofBare.toFixed(2),
      shown(cpu.server),
      shown(cpu.database),
      p50.toFixed(0),
      p99.toFixed(0),
      String(failed),
    ].join(" | "),
  )
  return [
    "what | requests/s | of bare | server CPU ms | database CPU ms | p50 ms | p99 ms | failed",
    "--- | --: | --: | --: | --: | --: | --: | --:",
    ...rows,
  ]
    .map((row) => `| ${row} |`)
    .join("\n")
}
