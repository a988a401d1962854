import { createServer } from "node:net"
import { SMTPServer } from "smtp-server"
import { afterAll, beforeAll, expect, it } from "vitest"
import { startTestApp, type TestApp } from "../../platform/testing/test-app.ts"

const letters: string[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, _session, done) {
    let letter = ""
    stream.on("data", (chunk: Buffer) => (letter += chunk.toString()))
    stream.on("end", () => {
      letters.push(letter)
      done()
    })
  },
})
let t: TestApp
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()))
  const address = server.server.address()
  const port = typeof address === "object" ? address?.port : undefined
  t = await startTestApp({ SMTP_URL: `smtp://127.0.0.1:${port}`, SMTP_FROM: "Havn <jobs@havn.example>" })
})
afterAll(async () => {
  await t.close()
  await new Promise<void>((resolve) => server.close(() => resolve()))
})

it("mails an invitation, and says so", async () => {
  const owner = await t.person("Olga Owner", ["owner"])
  const { mailed, link } = await owner.client.accounts.invite({
    body: { email: "new@havn.example", roles: ["member"] },
  })
  expect(mailed).toBe(true)
  expect(letters).toHaveLength(1)
  // Quoted-printable breaks long lines; the link is whole once they are joined.
  const letter = (letters[0] as string).replaceAll("=\r\n", "").replaceAll("=3D", "=")
  expect(letter).toContain("To: new@havn.example")
  expect(letter).toContain(link)
})

it("shows the link instead when the mail server is away", async () => {
  const free = createServer()
  await new Promise<void>((resolve) => free.listen(0, "127.0.0.1", () => resolve()))
  const address = free.address()
  await new Promise((resolve) => free.close(resolve))
  const away = await startTestApp({
    SMTP_URL: `smtp://127.0.0.1:${typeof address === "object" ? address?.port : 1}`,
  })
  try {
    const owner = await away.person("Olga Owner", ["owner"])
    const { mailed, link } = await owner.client.accounts.invite({
      body: { email: "new@havn.example", roles: ["member"] },
    })
    expect(mailed).toBe(false)
    expect(link).toContain("/invitation#")
  } finally {
    await away.close()
  }
})
