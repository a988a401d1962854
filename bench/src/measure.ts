import autocannon, { type Request } from "autocannon"

/** One line of the table. */
export interface Line {
  what: string
  rate: number
  p50: number
  p99: number
  /** Requests that failed or were refused: a measurement with any is worth nothing. */
  failed: number
}

export interface Load {
  what: string
  url: string
  connections: number
  seconds: number
  /** Requests a second; as many as go when left out. */
  overallRate?: number
  /** Makes the nth request. */
  request(n: number): Request
}

/** Sends requests for some seconds and says how fast they were answered, in milliseconds. */
export async function measure({
  what,
  url,
  connections,
  seconds,
  overallRate,
  request,
}: Load): Promise<Line> {
  let n = 0
  const requests = [{ setupRequest: (before: Request) => ({ ...before, ...request(n++) }) }]
  const rate = overallRate === undefined ? {} : { overallRate }
  const result = await autocannon({ url, connections, duration: seconds, requests, ...rate })
  const { latency, errors, timeouts, non2xx } = result
  return {
    what,
    rate: result.requests.average,
    p50: latency.p50,
    p99: latency.p99,
    failed: errors + timeouts + non2xx,
  }
}

/** The lines as a Markdown table, rates beside that of the first line. */
export function tableOf(lines: readonly Line[]): string {
  const bare = lines[0]?.rate ?? 0
  const rows = lines.map(({ what, rate, p50, p99, failed }) =>
    [
      what,
      rate.toFixed(0),
      bare > 0 ? (rate / bare).toFixed(2) : "",
      p50.toFixed(0),
      p99.toFixed(0),
      String(failed),
    ].join(" | "),
  )
  return [
    "what | requests/s | of bare | p50 ms | p99 ms | failed",
    "--- | --: | --: | --: | --: | --:",
    ...rows,
  ]
    .map((row) => `| ${row} |`)
    .join("\n")
}
