export type ResumeKind = "pdf" | "docx" | "text"

export const MEDIA_TYPES: Record<ResumeKind, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  text: "text/plain; charset=utf-8",
}

const ENDINGS: Record<string, ResumeKind> = {
  pdf: "pdf",
  docx: "docx",
  txt: "text",
  text: "text",
  md: "text",
}
/** PDF readers accept the header anywhere in the first kilobyte (ISO 32000-2, annex I). */
const PDF_HEADER_WITHIN = 1024
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

/** What a file's bytes are: one of the kinds we take, a Word file locked with a password, or neither (`undefined`). */
export function kindOfBytes(bytes: Buffer): ResumeKind | "locked-docx" | undefined {
  if (bytes.subarray(0, PDF_HEADER_WITHIN).includes("%PDF-")) return "pdf"
  if (bytes.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004")) && bytes.includes("word/")) return "docx"
  if (bytes.subarray(0, 8).equals(OLE))
    return bytes.includes(Buffer.from("EncryptedPackage", "utf16le")) ? "locked-docx" : undefined
  return readText(bytes) === undefined ? undefined : "text"
}

/**
 * The kind of an uploaded résumé, or undefined when it isn't one we take. The name's ending and the bytes must agree:
 * a web page called résumé.pdf is no résumé. A name without a known ending is judged by its bytes, never as text.
 */
export function resumeKind(name: string, bytes: Buffer): { kind: ResumeKind; locked: boolean } | undefined {
  const ending = ENDINGS[name.slice(name.lastIndexOf(".") + 1).toLowerCase()]
  const found = kindOfBytes(bytes)
  if (found === "locked-docx") return ending === "docx" ? { kind: "docx", locked: true } : undefined
  if (found === undefined || (found === "text" && ending !== "text")) return undefined
  return ending === undefined || ending === found ? { kind: found, locked: false } : undefined
}

/** Text in UTF-8, UTF-16 with its mark, or else Windows-1252; undefined for bytes that are no text. */
export function readText(bytes: Buffer): string | undefined {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : undefined
  for (const encoding of utf16 ? [utf16] : ["utf-8", "windows-1252"]) {
    const text = decode(bytes, encoding)
    if (text !== undefined && !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u0080-\u009f]/.test(text))
      return text
  }
  return undefined
}

function decode(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
