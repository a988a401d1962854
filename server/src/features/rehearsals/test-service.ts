import { once } from "node:events"
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

/** One request that a test's transcription service got. */
export interface Got {
  path: string
  headers: IncomingMessage["headers"]
  body: Buffer
}

/** A transcription service that answers as a test says. */
export interface TestService {
  base: string
  host: string
  /** What it got, in order. */
  got: Got[]
  /** How the next requests are answered, once they have been read. */
  answer: (response: ServerResponse, got: Got) => void
  /** Connections that are open. */
  open(): Promise<number>
  close(): Promise<void>
}

/** Starts one; a `deaf` one answers without reading what it is sent. */
export async function startTestService({ deaf = false } = {}): Promise<TestService> {
  const server: Server = createServer((request, response) => {
    const hear = deaf ? Promise.resolve(gotOf(request)) : read(request)
    void hear.then(
      (got) => {
        service.got.push(got)
        service.answer(response, got)
      },
      () => response.destroy(),
    )
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const service: TestService = {
    base: `http://${host}/v1`,
    host,
    got: [],
    answer: (response) => response.end(JSON.stringify({ text: "I was paged at two." })),
    open: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, "close")
    },
  }
  return service
}

const gotOf = ({ url = "", headers }: IncomingMessage, parts: Buffer[] = []): Got => ({
  path: url,
  headers,
  body: Buffer.concat(parts),
})

async function read(request: IncomingMessage): Promise<Got> {
  const parts: Buffer[] = []
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
  return gotOf(request, parts)
}
