import type { Document } from "@backfill/core"
import pdfmake from "pdfmake"
import fontFiles from "pdfmake/build/vfs_fonts.js"
import { pdfDefinition } from "./pdf-content.ts"

/** A document as the bytes of a PDF. Its fonts are the package's own; nothing is fetched and no other file read. */
export async function documentPdf(document: Document): Promise<Uint8Array> {
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
  return pdfmake.createPdf(pdfDefinition(document)).getBuffer()
}
