import type { ZodType } from "zod"
import { checkFiles } from "./check-files.ts"
import { checkDraft } from "./checks/all.ts"
import { decodeText } from "./decode.ts"
import { kitDigest } from "./digest.ts"
import type { Draft, Parsed, Source } from "./draft.ts"
import { hasErrors, type Problem, sortProblems } from "./problem.ts"
import type { Kit } from "./schema.ts"
import { schemaProblems } from "./schema-problems.ts"
import { type KitFile, kindOfPath, nameOfPath, SCHEMAS, type SourceKind } from "./tree.ts"
import { readYaml } from "./yaml-read.ts"

/**
 * Reads and checks a whole kit from the files of its folder. It reports every problem it can find at once and never
 * throws, whatever the bytes. `kit` is there unless one of the problems is an error. The caller walks the folder and
 * says which entries are links; `bytes` of those are not read.
 */
export function readKit(
  files: readonly KitFile[],
  { pinned = false } = {},
): { kit?: Kit; problems: Problem[] } {
  const { accepted, problems } = checkFiles(files)
  const incomplete = new Set<SourceKind>()
  const draft: Draft = { sources: [], complete: new Set(), questions: [], exercises: [] }
  const guides: [string, string][] = []
  for (const file of accepted) {
    const kind = kindOfPath(file.path)
    const decoded = decodeText(file.path, file.bytes)
    problems.push(...decoded.problems)
    if (kind === "guide" && decoded.text !== undefined) guides.push([nameOfPath(file.path), decoded.text])
    if (kind === undefined || kind === "guide" || kind === "readme") continue
    const source =
      decoded.text === undefined ? undefined : readSource(file.path, kind, decoded.text, problems)
    if (!source) incomplete.add(kind)
    else problems.push(...addToDraft(draft, source))
  }
  draft.complete = completeKinds(draft, incomplete)
  problems.push(...checkDraft(draft, { pinned }))
  const kit = hasErrors(problems)
    ? undefined
    : assemble(draft, Object.fromEntries(guides), kitDigest(accepted))
  return { kit, problems: sortProblems(problems) }
}

function readSource(file: string, kind: SourceKind, text: string, problems: Problem[]): Source | undefined {
  const read = readYaml(file, text)
  problems.push(...read.problems)
  return read.yaml && { ...read.yaml, file, kind, name: nameOfPath(file) }
}

/** Questions and exercises may be none at all; of the others there is exactly one file. */
function completeKinds(draft: Draft, incomplete: ReadonlySet<SourceKind>): Set<SourceKind> {
  const kinds: SourceKind[] = ["question", "exercise", ...draft.sources.map(({ kind }) => kind)]
  return new Set(kinds.filter((kind) => !incomplete.has(kind)))
}

/** Adds a file to the draft, and its data too when the schema accepts it; else returns what the schema says. */
function addToDraft(draft: Draft, source: Source): Problem[] {
  draft.sources.push(source)
  switch (source.kind) {
    case "question":
      return accept(source, SCHEMAS.question, (parsed) => draft.questions.push(parsed))
    case "exercise":
      return accept(source, SCHEMAS.exercise, (parsed) => draft.exercises.push(parsed))
    case "kit":
      return accept(source, SCHEMAS.kit, (parsed) => (draft.kit = parsed))
    case "framework":
      return accept(source, SCHEMAS.framework, (parsed) => (draft.framework = parsed))
    case "form":
      return accept(source, SCHEMAS.form, (parsed) => (draft.form = parsed))
    case "resume":
      return accept(source, SCHEMAS.resume, (parsed) => (draft.resume = parsed))
    case "rounds":
      return accept(source, SCHEMAS.rounds, (parsed) => (draft.rounds = parsed))
  }
}

function accept<T>(source: Source, schema: ZodType<T>, keep: (parsed: Parsed<T>) => void): Problem[] {
  const result = schema.safeParse(source.value)
  if (!result.success) return schemaProblems(source.file, source, schema, result.error.issues)
  keep({ source, data: result.data })
  return []
}

/** The kit of a draft without errors, in which nothing can be missing. */
function assemble(draft: Draft, guides: Record<string, string>, digest: string): Kit | undefined {
  const { kit, framework, form, resume, rounds } = draft
  if (!kit || !framework || !form || !resume || !rounds) return undefined
  return {
    ...kit.data,
    ...framework.data,
    questions: draft.questions.map(({ data }) => data),
    exercises: draft.exercises.map(({ data }) => data),
    form: form.data,
    resumeCriteria: resume.data.criteria,
    ...rounds.data,
    guides,
    digest,
  }
}
