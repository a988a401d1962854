import type { Document } from "@backfill/core"
import pdfmake from "pdfmake"
import fontFiles from "pdfmake/build/vfs_fonts.js"
import { type PdfOptions, pdfDefinition } from "./pdf-content.ts"

/** What people type that the fonts have no sign for. */
const STAND_INS: Record<string, string> = {
  "\u2192": "->",
  "\u2190": "<-",
  "\u2194": "<->",
  "\u202f": "\u00a0",
  "\u2713": "\u221a",
}
const drawable = (text: string) =>
  text.replaceAll(/[\u2190\u2192\u2194\u202f\u2713]/g, (sign) => STAND_INS[sign] ?? "")

/**
 * A document as the bytes of a PDF. Its fonts are the package's own, with Latin, Greek and Cyrillic letters; nothing is
 * fetched and no other file read.
 */
export async function documentPdf(given: Document, options?: PdfOptions): Promise<Uint8Array> {
  const document = JSON.parse(JSON.stringify(given), (_, value: unknown) =>
    typeof value === "string" ? drawable(value) : value,
  ) as Document
  for (const [name, content] of Object.entries(fontFiles))
    pdfmake.virtualfs.writeFileSync(name, Buffer.from(content, "base64"))
  pdfmake.setFonts({
    Roboto: {
      normal: "Roboto-Regular.ttf",
      bold: "Roboto-Medium.ttf",
      italics: "Roboto-Italic.ttf",
      bolditalics: "Roboto-MediumItalic.ttf",
    },
    Courier: {
      normal: "Courier",
      bold: "Courier-Bold",
      italics: "Courier-Oblique",
      bolditalics: "Courier-BoldOblique",
    },
  })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => /^Courier(-(Bold|Oblique|BoldOblique))?$/.test(path))
  return pdfmake.createPdf(pdfDefinition(document, options)).getBuffer()
}
