import { checkFiles } from "./check-files.ts"
import { decodeText } from "./decode.ts"
import type { Source } from "./draft.ts"
import type { Problem } from "./problem.ts"
import { type KitFile, kindOfPath, nameOfPath, type SourceKind } from "./tree.ts"
import { allTokens, type TokensLeft } from "./yaml-guard.ts"
import { readYaml } from "./yaml-read.ts"

/** A kit's files as far as they could be parsed. */
export interface Sources {
  sources: Source[]
  /** Markdown pages by name. */
  guides: Map<string, string>
  /** Kinds of which a file couldn't be parsed. */
  incomplete: ReadonlySet<SourceKind>
  problems: Problem[]
}

/** Parses the files of one folder. `extending` kits may leave files out. Never throws. */
export function readSources(files: readonly KitFile[], extending: boolean): Sources {
  const { accepted, problems } = checkFiles(files, { extending })
  const read = {
    sources: new Array<Source>(),
    guides: new Map<string, string>(),
    incomplete: new Set<SourceKind>(),
  }
  const left = allTokens()
  for (const file of accepted) {
    const kind = kindOfPath(file.path)
    const decoded = decodeText(file.path, file.bytes)
    problems.push(...decoded.problems)
    if (kind === "guide" && decoded.text !== undefined) read.guides.set(nameOfPath(file.path), decoded.text)
    if (kind === undefined || kind === "guide" || kind === "readme") continue
    const source =
      decoded.text === undefined || left.tokens < 0
        ? undefined
        : readSource(file.path, kind, decoded.text, left, problems)
    if (source) read.sources.push(source)
    else read.incomplete.add(kind)
  }
  return { ...read, problems }
}

function readSource(
  file: string,
  kind: SourceKind,
  text: string,
  left: TokensLeft,
  problems: Problem[],
): Source | undefined {
  const read = readYaml(file, text, left)
  problems.push(...read.problems)
  return read.yaml && { ...read.yaml, file, kind, name: nameOfPath(file) }
}
