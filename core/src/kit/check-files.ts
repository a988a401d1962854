import { nearest } from "./nearest.ts"
import { FILE_START, type Problem, problem, quote } from "./problem.ts"
import { KIT_LIMITS, type KitFile, kindOfPath, kitTree } from "./tree.ts"

/**
 * The outside of a kit: what kinds of files it holds, where and how large. `accepted` are the plain files of the kit's
 * tree, sorted by path; it is empty when the kit as a whole is too large to be read. A kit that extends another needs
 * no file of its own but `kit.yaml`.
 */
export function checkFiles(
  files: readonly KitFile[],
  { extending = false } = {},
): { accepted: KitFile[]; problems: Problem[] } {
  const tooLarge = checkSize(files)
  if (tooLarge) return { accepted: [], problems: [tooLarge] }
  const problems: Problem[] = []
  const accepted = new Map<string, KitFile>()
  const seen = new Set<string>()
  for (const file of files) {
    const found = checkFile(file) ?? checkRepeat(file, seen)
    seen.add(file.path)
    if (found) problems.push(found)
    else accepted.set(file.path, file)
  }
  for (const { required } of kitTree) {
    if (extending && required !== "kit.yaml") continue
    if (required && !seen.has(required)) problems.push(missing(required))
  }
  const sorted = [...accepted.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  return { accepted: sorted, problems }
}

function checkSize(files: readonly KitFile[]): Problem | undefined {
  if (files.length > KIT_LIMITS.files) {
    const message = `The kit has more than ${KIT_LIMITS.files} files; none of them was read.`
    return problem(
      "kit-too-many-files",
      "",
      FILE_START,
      message,
      "Check that this is the kit’s own folder, or split the kit.",
    )
  }
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
  if (bytes <= KIT_LIMITS.kitBytes) return undefined
  const message = "The kit’s files hold more than 10 MiB altogether; none of them was read."
  return problem(
    "kit-too-big",
    "",
    FILE_START,
    message,
    "Take out what isn’t text of the kit, or split the kit.",
  )
}

function checkFile({ path, bytes, kind }: KitFile): Problem | undefined {
  if (!isInside(path)) {
    const help = "Use a relative path of letters, digits, hyphens and dots, inside the kit’s folder."
    return problem(
      "path-outside",
      path,
      FILE_START,
      `The path ${quote(path)} doesn’t stay inside the kit.`,
      help,
    )
  }
  if (kind === "link") {
    return problem(
      "file-link",
      path,
      FILE_START,
      "This is a symbolic link; it wasn’t followed.",
      "Put a copy of the file here instead.",
    )
  }
  if (kind === "other") {
    return problem(
      "file-special",
      path,
      FILE_START,
      "This is neither a file nor a folder.",
      "Take it out of the kit’s folder.",
    )
  }
  if (kindOfPath(path) === undefined) return unknownFile(path)
  if (bytes.length > KIT_LIMITS.fileBytes) {
    return problem(
      "file-too-big",
      path,
      FILE_START,
      "This file is larger than 1 MiB; it wasn’t read.",
      "Shorten it or split it.",
    )
  }
  return undefined
}

/** Plain relative segments only: no "..", no drive, no backslash, and nothing a terminal or a file system trips over. */
function isInside(path: string): boolean {
  if (path.length > KIT_LIMITS.pathLength || /[\p{C}\\:]/u.test(path)) return false
  return path.split("/").every((segment) => segment !== "" && segment !== "." && segment !== "..")
}

const USUAL_PATHS = ["kit.yaml", "framework.yaml", "form.yaml", "resume.yaml", "rounds.yaml", "README.md"]

function unknownFile(path: string): Problem {
  if (!/\.(ya?ml|md)$/i.test(path)) {
    const help = "Take it out, or leave it: it is neither pinned nor shown."
    return problem("file-unknown", path, FILE_START, "A kit has no such file; it is ignored.", help)
  }
  const meant = nearest(path, USUAL_PATHS)
  const help = meant
    ? `Did you mean ${meant}?`
    : "Questions are questions/<id>.yaml, exercises are exercises/<id>.yaml, guides are guides/<name>.md in lower case."
  return problem(
    "file-misplaced",
    path,
    FILE_START,
    "A kit reads no file at this path, so its content would be lost.",
    help,
  )
}

function checkRepeat({ path }: KitFile, seen: ReadonlySet<string>): Problem | undefined {
  if (!seen.has(path)) return undefined
  return problem(
    "path-duplicate",
    path,
    FILE_START,
    "This path was given twice; the first file counts.",
    "Keep one of the two.",
  )
}

function missing(path: string): Problem {
  const help = "Copy it from kits/template and fill it in."
  return problem("file-missing", path, FILE_START, `Every kit needs a ${path}, and this one has none.`, help)
}
