import { writeFile } from "node:fs/promises"
import { bookletOf, candidateGuideOf, documentHtml, LEVELS } from "@backfill/core"
import type { Output } from "../output.ts"
import { readCall } from "./call.ts"
import { usableKit } from "./diff.ts"
import { findKit } from "./find-kit.ts"

export const RENDER_USAGE =
  "kit render KIT --to booklet|candidate --format html|pdf --out FILE [--level junior|mid|senior|principal] [--parent KIT]"

/**
 * `backfill kit render`: writes the interviewer's booklet or the candidate's guide as one HTML or PDF file, over an older
 * one. `--level` leaves the other levels' expectations out of a booklet. Exit code 1 when the kit has errors or the file
 * can't be written, 2 when the call is wrong.
 */
export async function kitRender(args: string[], out: Output): Promise<number> {
  const options = { to: "value", format: "value", out: "value", level: "value", parent: "list" } as const
  const call = readCall(args, options, 1, RENDER_USAGE, out)
  const [name] = call?.names ?? []
  if (!call || name === undefined) return 2
  const { to, format, file, level } = choices(call.value.bind(call))
  if (!to || !format || !file || level === null) {
    out.error(`Usage: backfill ${RENDER_USAGE}`)
    return 2
  }
  const found = await findKit(name, out, call.list("parent"))
  if (!found) return 2
  const kit = usableKit(name, found, out)
  if (!kit) return 1
  const document = to === "booklet" ? bookletOf(kit, level) : candidateGuideOf(kit)
  const content = format === "html" ? documentHtml(document) : await pdf(document)
  try {
    await writeFile(file, content)
  } catch (error) {
    out.error(
      `The file ${file} can’t be written; nothing was saved. (${error instanceof Error ? error.message : String(error)})`,
    )
    return 1
  }
  out.log(`Saved ${file}: ${document.title}, ${document.subtitle}.`)
  return 0
}

function choices(value: (name: string) => string | undefined) {
  const given = value("level")
  return {
    to: (["booklet", "candidate"] as const).find((one) => one === value("to")),
    format: (["html", "pdf"] as const).find((one) => one === value("format")),
    file: value("out"),
    /** null when the level given isn't one. */
    level: given === undefined ? undefined : (LEVELS.find((one) => one === given) ?? null),
  }
}

/** The PDF renderer is large, so it is loaded only for a PDF. */
async function pdf(document: ReturnType<typeof bookletOf>): Promise<Uint8Array> {
  const { documentPdf } = await import("@backfill/server/pdf")
  return documentPdf(document)
}
