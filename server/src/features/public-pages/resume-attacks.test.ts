import { once } from "node:events"
import { readdir } from "node:fs/promises"
import { createServer } from "node:http"
import { connect } from "node:net"
import { strToU8, unzipSync, zipSync } from "fflate"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { startTestApp, type TestApp, type TestPerson } from "../../platform/testing/test-app.ts"
import { limitFileSize } from "../../platform/testing/file-size.ts"
import { applyAs } from "../candidate/test-candidate.ts"
import { openRole, submission } from "../openings/test-role.ts"
import { extractText } from "./resume/extract.ts"
import { docx, pdf } from "./resume/test-files.ts"

let t: TestApp
let manager: TestPerson
let recruiter: TestPerson
let role: { openingId: string; slug: string }
beforeAll(async () => {
  t = await startTestApp()
  manager = await t.person("Ines Baptista", ["hiring-manager", "interviewer"])
  recruiter = await t.person("Tomas Lind", ["recruiter", "interviewer"])
  role = await openRole(t, { manager, recruiter, raters: [manager, recruiter] })
})
afterAll(() => t.close())

const stored = async () =>
  (await readdir(t.app.storage.root, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
    .length
const upload = (name: string, bytes: Buffer) =>
  t.client().publicPages.uploadResume({ params: { slug: role.slug }, query: { name }, upload: bytes })
const problem = (id: string) => expect.objectContaining({ problem: expect.objectContaining({ id }) })

describe("a body larger than it may be", () => {
  const MB = 1024 * 1024
  const SENT = 200 * MB
  /** Sends up to 200 MB as fast as they are taken; answers how many went, and with what status it ended, 0 for none. */
  const flood = async (length: string) => {
    const { hostname, port } = new URL(t.url)
    const socket = connect(Number(port), hostname)
    await once(socket, "connect")
    let heard = ""
    let over = false
    socket.on("data", (chunk: Buffer) => {
      heard += chunk.toString()
      over = true
    })
    socket.on("error", () => {
      over = true
    })
    const closed = new Promise<void>((resolve) => {
      socket.on("close", () => {
        over = true
        resolve()
      })
    })
    socket.setMaxListeners(0)
    const path = `/api/public/openings/${role.slug}/resumes?name=cv.txt`
    socket.write(
      `POST ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\nx-backfill: 1\r\ncontent-type: application/octet-stream\r\n${length}\r\n\r\n`,
    )
    const chunk = Buffer.alloc(MB, "a")
    const framed = length.startsWith("transfer")
      ? Buffer.concat([Buffer.from("100000\r\n"), chunk, Buffer.from("\r\n")])
      : chunk
    for (let sent = 0; sent < SENT && !over; sent += MB)
      if (!socket.write(framed)) await Promise.race([once(socket, "drain").catch(() => {}), closed])
    await expect.poll(() => over, { timeout: 20_000 }).toBe(true)
    const went = socket.bytesWritten - socket.writableLength
    socket.destroy()
    return { went, status: Number(/^HTTP\/1.1 (\d+)/.exec(heard)?.[1] ?? 0) }
  }
  it.each([
    ["says so", `content-length: ${SENT}`],
    ["says no length", "transfer-encoding: chunked"],
    ["says less than it sends", "content-length: 1000"],
  ])("that %s is read no further than the limit, and leaves nothing", async (_how, length) => {
    const before = await stored()
    const { went, status } = await flood(length)
    // The limit and what lies in the buffers of both ends.
    expect(went).toBeLessThan(45 * MB)
    expect([0, 400, 413, 200]).toContain(status)
    await expect.poll(stored).toBeLessThanOrEqual(before + (status === 200 ? 1 : 0))
    expect((await t.fetch("/readyz")).status).toBe(200)
  })
})

describe("a disk that is full", () => {
  it("takes no file and no row, and what is there stays", async () => {
    const before = await stored()
    const free = limitFileSize(100_000)
    try {
      await expect(upload("cv.txt", Buffer.alloc(900_000, "a"))).rejects.toEqual(problem("storage_full"))
    } finally {
      free()
    }
    expect(await stored()).toBe(before)
    expect(await upload("cv.txt", Buffer.alloc(900_000, "a"))).toMatchObject({ bytes: 900_000 })
  })
})

describe("a Word file that reaches out", () => {
  it("reads nothing, asks nobody and expands nothing", async () => {
    let asked = 0
    const trap = createServer((_request, answer) => {
      asked++
      answer.end("reached")
    }).listen(0, "127.0.0.1")
    await once(trap, "listening")
    const address = trap.address()
    const port = address !== null && typeof address === "object" ? address.port : 0
    const outside = (id: number, target: string) =>
      `<Relationship Id="rId${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" TargetMode="External" Target="${target}"/>`
    const targets = [`http://127.0.0.1:${port}/a.png`, "file:///etc/passwd", "\\\\127.0.0.1\\share\\a.png"]
    const picture = (id: number) =>
      `<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rId${id}"/></w:drawing></w:r></w:p>`
    const parts = unzipSync(docx(["Mirela Stan"], targets.map((_, n) => picture(n + 9)).join("")))
    parts["word/_rels/document.xml.rels"] = strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map((target, n) => outside(n + 9, target)).join("")}</Relationships>`,
    )
    expect(await extractText("docx", Buffer.from(zipSync(parts)))).toEqual({
      text: "Mirela Stan",
      warning: null,
    })
    for (const entity of [
      `<!ENTITY x SYSTEM "file:///etc/passwd">`,
      `<!ENTITY x SYSTEM "http://127.0.0.1:${port}/x">`,
      `<!ENTITY % p SYSTEM "http://127.0.0.1:${port}/p"> %p;`,
      `<!ENTITY x "expanded">`,
    ]) {
      const xml = Buffer.from(unzipSync(docx(["&x;"]))["word/document.xml"] ?? "").toString()
      const hostile = xml.replace("?>", `?><!DOCTYPE w:document [${entity}]>`)
      const read = await extractText(
        "docx",
        Buffer.from(zipSync({ ...unzipSync(docx(["x"])), "word/document.xml": strToU8(hostile) })),
      )
      expect(JSON.stringify(read)).not.toMatch(/root:|reached|expanded/)
    }
    trap.close()
    expect(asked).toBe(0)
  })

  it("with archives in archives is read no deeper than the first", async () => {
    let inner = zipSync({ "a.txt": strToU8("deepest") })
    for (let depth = 0; depth < 10; depth++) inner = zipSync({ "a.zip": inner })
    const parts = { ...unzipSync(docx(["Mirela Stan"])), "word/embeddings/a.zip": inner }
    expect(await extractText("docx", Buffer.from(zipSync(parts)))).toEqual({
      text: "Mirela Stan",
      warning: null,
    })
  })
})

describe("a PDF that is broken", () => {
  it("is answered with what is left of it or a warning, wherever it was cut", async () => {
    const whole = pdf(["Mirela Stan"])
    for (const share of [0.1, 0.5, 0.8, 0.97]) {
      const read = await extractText("pdf", whole.subarray(0, Math.floor(whole.length * share)))
      expect("refused" in read || read.warning !== null || read.text === "Mirela Stan").toBe(true)
    }
    const lost = Buffer.from(whole.toString("latin1").replace(/startxref\n\d+/, "startxref\n99999"), "latin1")
    expect(await extractText("pdf", lost)).toMatchObject({ text: expect.any(String) })
  })
})

describe("a file that would run", () => {
  const SCRIPT = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script><foreignObject><body/></foreignObject></svg>`
  const ARMED = pdf(["Mirela Stan"])
    .toString("latin1")
    .replace("/Type /Catalog", "/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >>")
  const OPENED = {
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cache-control": "no-store",
    "content-disposition": expect.stringMatching(/^attachment; /),
  }

  it("as a résumé is refused, or handed on as an attachment that runs nothing", async () => {
    for (const [name, bytes] of [
      ["cv.svg", SCRIPT],
      ["cv.pdf", SCRIPT],
      ["cv.html", "<script>1</script>"],
    ] as const)
      await expect(upload(name, Buffer.from(bytes))).rejects.toEqual(problem("file_type"))
    const name = 'cv "=HYPERLINK(1)"\r\nset-cookie: a=b.pdf'
    const { uploadId } = await upload(name, Buffer.from(ARMED, "latin1"))
    const one = await applyAs(t, role.slug, submission("Mirela Stan", { uploadId }))
    const params = { applicationId: one.applicationId }
    await manager.client.applications.unblind({ params, body: { reason: "To look at the file." } })
    const answer = await t.fetch(`/api/applications/${one.applicationId}/files/${uploadId}`, {
      headers: { cookie: manager.cookie },
    })
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({ ...OPENED, "content-type": "application/pdf" })
    expect(answer.headers.get("set-cookie")).toBeNull()
  })
})
