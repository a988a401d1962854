import { strToU8, zipSync } from "fflate"
import { describe, expect, it } from "vitest"
import { extractText } from "./extract.ts"
import { docx, pdf } from "./test-files.ts"
import { kindOfBytes, resumeKind } from "./sniff.ts"
import { checkZip } from "./zip-check.ts"

describe("what a file is", () => {
  it("goes by bytes and ending together", () => {
    expect(resumeKind("cv.pdf", pdf(["Hello"]))).toEqual({ kind: "pdf", locked: false })
    expect(resumeKind("cv.docx", docx(["Hello"]))).toEqual({ kind: "docx", locked: false })
    expect(resumeKind("cv.txt", Buffer.from("Zoë\nRotterdam"))).toEqual({ kind: "text", locked: false })
    expect(resumeKind("no ending", pdf(["Hello"]))).toEqual({ kind: "pdf", locked: false })
  })

  it("refuses what is called something else", () => {
    const png = Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1")
    expect(resumeKind("cv.pdf", png)).toBeUndefined()
    expect(resumeKind("cv.txt", png)).toBeUndefined()
    expect(resumeKind("cv.pdf", Buffer.from("<html><script>1</script></html>"))).toBeUndefined()
    expect(resumeKind("cv.pdf", Buffer.from("MZ\x90\0\x03", "latin1"))).toBeUndefined()
    expect(resumeKind("cv.docx", pdf(["Hello"]))).toBeUndefined()
    expect(resumeKind("cv.docx", Buffer.from(zipSync({ "a.txt": strToU8("a") })))).toBeUndefined()
    expect(resumeKind("page.html", Buffer.from("<html></html>"))).toBeUndefined()
  })

  it("knows a Word file locked with a password", () => {
    const locked = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from("EncryptedPackage", "utf16le"),
    ])
    expect(kindOfBytes(locked)).toBe("locked-docx")
    expect(resumeKind("cv.docx", locked)).toEqual({ kind: "docx", locked: true })
  })
})

describe("reading the text", () => {
  it("of a PDF, line by line", async () => {
    const read = await extractText("pdf", pdf(["Mirela Stan", "Ran a warehouse of 40 TB"]))
    expect(read).toEqual({ text: "Mirela Stan\nRan a warehouse of 40 TB", warning: null })
  })

  it("of a Word file", async () => {
    expect(await extractText("docx", docx(["Mirela Stan", "Größe: 40 TB 😀"]))).toEqual({
      text: "Mirela Stan\n\nGröße: 40 TB 😀",
      warning: null,
    })
  })

  it("of plain text, in the usual encodings", async () => {
    expect(await extractText("text", Buffer.from("Zoë\r\nRotterdam\n\n\n\n2019"))).toEqual({
      text: "Zoë\nRotterdam\n\n2019",
      warning: null,
    })
    expect(await extractText("text", Buffer.from("Zoë", "latin1"))).toEqual({ text: "Zoë", warning: null })
  })

  it("warns about an encrypted PDF", async () => {
    expect(await extractText("pdf", pdf(["secret"], { encrypted: true }))).toEqual({
      text: "",
      warning: "encrypted",
    })
  })

  it("warns when there is no text to find, or no way to find it", async () => {
    expect(await extractText("pdf", pdf([]))).toEqual({ text: "", warning: "no-text" })
    expect(await extractText("pdf", Buffer.from("%PDF-1.7\nnothing of the kind"))).toEqual({
      text: "",
      warning: "unreadable",
    })
  })

  it("survives circular pages, endless content and deep nesting", async () => {
    const circular = Buffer.from(
      pdf(["a"]).toString("latin1").replace("/Kids [3 0 R]", "/Kids [2 0 R]"),
      "latin1",
    )
    const nested = docx([], `<w:p>${"<w:r>".repeat(60_000)}${"</w:r>".repeat(60_000)}</w:p>`)
    const started = performance.now()
    const answers = await Promise.all([
      extractText("pdf", circular),
      extractText("pdf", pdf([], { bomb: 60_000_000 })),
      extractText("docx", nested),
    ])
    for (const answer of answers) expect(answer).toMatchObject({ text: "", warning: expect.any(String) })
    expect(performance.now() - started).toBeLessThan(25_000)
  })
})

describe("an archive that means harm", () => {
  it("isn't opened when it unpacks to too much", async () => {
    const bomb = docx([], `<w:p><w:r><w:t>${"a".repeat(60 * 1024 * 1024)}</w:t></w:r></w:p>`)
    expect(bomb.length).toBeLessThan(500_000)
    expect(await extractText("docx", bomb)).toEqual({ refused: "too-large" })
  })

  it("isn't believed about its size", () => {
    const bomb = docx([], `<w:p><w:r><w:t>${"a".repeat(60 * 1024 * 1024)}</w:t></w:r></w:p>`)
    bomb.writeUInt32LE(1000, bomb.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24)
    expect(checkZip(bomb)).toBe("too-large")
  })

  it("with bad checksums, climbing names or shared bytes counts as damaged", () => {
    const wrong = docx(["Hello"])
    wrong.writeUInt32LE(1, wrong.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 16)
    expect(checkZip(wrong)).toBe("damaged")
    expect(checkZip(Buffer.from(zipSync({ "../../evil": strToU8("a") })))).toBe("damaged")
    const shared = docx(["Hello"])
    const first = shared.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    const second = shared.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]), first + 4)
    shared.writeUInt32LE(shared.readUInt32LE(first + 42), second + 42)
    expect(checkZip(shared)).toBe("damaged")
    expect(checkZip(Buffer.from("PK\u0003\u0004"))).toBe("damaged")
    expect(checkZip(docx(["Hello"]))).toBeUndefined()
  })

  it("may not hold thousands of entries", () => {
    const many = Object.fromEntries(
      Array.from({ length: 2100 }, (_, index) => [`word/${index}`, new Uint8Array()]),
    )
    expect(checkZip(Buffer.from(zipSync(many)))).toBe("too-large")
  })
})
