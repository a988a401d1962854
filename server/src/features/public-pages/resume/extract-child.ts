/**
 * Runs alone in a limited process: takes a PDF or DOCX on standard input and prints what text it found as JSON. It is
 * given no environment, may read nothing but program files, and is killed when it takes too long.
 */
import { readFileSync, writeSync } from "node:fs"
import { checkZip, type ZipFault } from "./zip-check.ts"

const MAX_PAGES = 60

/** What the child answers. `encrypted`: a password is needed. The faults of an archive mean that it wasn't opened. */
export type Extracted = { text: string } | { fault: "encrypted" | "unreadable" | ZipFault }

async function pdfText(bytes: Buffer, max: number): Promise<string> {
  const { getDocumentProxy } = await import("unpdf")
  const document = await getDocumentProxy(new Uint8Array(bytes), { stopAtErrors: false, verbosity: 0 })
  const pages: string[] = []
  let length = 0
  for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES) && length < max; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    const page = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("")
    pages.push(page)
    length += page.length
  }
  return pages.join("\n\n")
}

async function docxText(bytes: Buffer): Promise<string> {
  const { default: mammoth } = await import("mammoth")
  return (await mammoth.extractRawText({ buffer: bytes })).value
}

async function extract(kind: string, bytes: Buffer, max: number): Promise<Extracted> {
  const fault = kind === "docx" ? checkZip(bytes) : undefined
  if (fault) return { fault }
  try {
    return { text: (kind === "pdf" ? await pdfText(bytes, max) : await docxText(bytes)).slice(0, max) }
  } catch (error) {
    return { fault: (error as Error | null)?.name === "PasswordException" ? "encrypted" : "unreadable" }
  }
}

const [kind = "", max = "0"] = process.argv.slice(2)
const answer = await extract(kind, readFileSync(0), Number(max))
// Libraries print warnings to standard output; the answer is the last line.
writeSync(1, `\n${JSON.stringify(answer)}`)
process.exit(0)
