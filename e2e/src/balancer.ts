import { once } from "node:events"
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http"

/** One address in front of several servers: each request goes to the next one. */
export interface Balancer {
  url: string
  /** How many answers each server has given so far, in the order of the ports. */
  answered(): number[]
  stop(): Promise<void>
}

async function bodyOf(asked: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of asked) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/**
 * Starts it on this port. It knows nothing of sessions, so that consecutive requests of one page meet different servers. A server
 * that can't be reached is passed over; an answer that breaks off breaks off for the browser too.
 */
export async function startBalancer(port: number, ports: number[]): Promise<Balancer> {
  const answered = ports.map(() => 0)
  let turn = 0
  const pass = (asked: IncomingMessage, body: Buffer, answer: ServerResponse, left: number) => {
    const index = turn++ % ports.length
    const onward = request(
      {
        port: ports[index],
        host: "127.0.0.1",
        method: asked.method,
        path: asked.url,
        headers: asked.headers,
        // A connection for each request: a kept one to a server that was killed would fail later.
        agent: false,
      },
      (reply) => {
        answered[index] = (answered[index] ?? 0) + 1
        answer.writeHead(reply.statusCode ?? 502, reply.headers)
        answer.flushHeaders()
        reply.pipe(answer)
        reply.on("error", () => answer.destroy())
        answer.on("close", () => reply.destroy())
      },
    )
    onward.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ECONNREFUSED" && left > 0) pass(asked, body, answer, left - 1)
      else answer.destroy()
    })
    onward.end(body)
  }
  const server = createServer((asked, answer) => {
    bodyOf(asked).then(
      (body) => pass(asked, body, answer, ports.length - 1),
      () => answer.destroy(),
    )
  }).listen(port)
  await once(server, "listening")
  return {
    url: `http://localhost:${port}`,
    answered: () => [...answered],
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, "close")
    },
  }
}
