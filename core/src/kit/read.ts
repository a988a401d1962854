import type { ZodType } from "zod"
import { checkDraft } from "./checks/all.ts"
import { type Countable, countKit, type KitCounts } from "./counts.ts"
import { kitDigest } from "./digest.ts"
import type { Draft, Parsed, Source } from "./draft.ts"
import { parentsOf } from "./extend/chain.ts"
import { gather, inherited } from "./extend/gather.ts"
import { peekKit } from "./extend/manifest.ts"
import { hasErrors, type Problem, problem, quote, sortProblems } from "./problem.ts"
import { Vocabulary } from "./rules/vocabulary.ts"
import type { Kit } from "./schema.ts"
import { schemaProblems } from "./schema-problems.ts"
import { readSources, type Sources } from "./sources.ts"
import { type KitFile, SCHEMAS, type SourceKind } from "./tree.ts"
import { isRecord } from "./yaml-tree.ts"

export interface ReadOptions {
  /** The files of other kits, among which the one this kit extends is looked for by id and version. */
  known?: readonly (readonly KitFile[])[]
  /** Reads a kit that was accepted before: what later rules say about its wording isn't asked. */
  pinned?: boolean
}

/** What was found in a kit's files. */
export interface KitReading {
  kit?: Kit
  problems: Problem[]
  /** Of a kit with errors, of what could be read. */
  counts: KitCounts
}

/**
 * Reads and checks a whole kit from the files of its folder. It reports every problem it can find at once and never
 * throws, whatever the bytes. `kit` is there unless one of the problems is an error. The caller walks the folder and
 * says which entries are links; `bytes` of those are not read. A kit that extends another comes out as if written in full.
 */
export function readKit(files: readonly KitFile[], options: ReadOptions = {}): KitReading {
  const { known = [], pinned = false } = options
  const below = readBelow(files, known, pinned)
  const sources = below.usable ? gather(files, below.chain) : withoutBelow(files)
  const { draft, problems: refused } = toDraft(sources)
  draft.complete = below.usable ? completeKinds(draft, sources.incomplete) : new Set()
  const problems = [
    ...below.problems,
    ...sources.problems,
    ...refused,
    ...checkDraft(draft, { pinned }),
    ...removesAlone(draft),
  ]
  const own = below.chain.length > 0 ? atExtends(problems, files, below) : problems
  const kit = hasErrors(own)
    ? undefined
    : assemble(draft, Object.fromEntries(sources.guides), kitDigest(files, known))
  return { kit, problems: sortProblems(own), counts: countKit(partsOf(draft)) }
}

interface Below {
  chain: ReturnType<typeof parentsOf>["chain"]
  usable: boolean
  problems: Problem[]
  /** What is wrong with the kit below by itself. */
  theirs: Problem[]
}

function readBelow(
  files: readonly KitFile[],
  known: readonly (readonly KitFile[])[],
  pinned: boolean,
): Below {
  const { chain, problem: broken } = parentsOf(files, known)
  const [parent] = chain
  if (broken) return { chain: [], usable: false, problems: [broken], theirs: [] }
  if (!parent) return { chain, usable: true, problems: [], theirs: [] }
  const { problems: theirs } = readKit(parent.files, { known, pinned })
  const first = theirs.find(({ severity }) => severity === "error")
  if (!first) return { chain, usable: true, problems: [], theirs }
  const message = `The kit ${quote(parent.ref)} has errors itself, the first in ${first.file}, line ${first.line}.`
  const help = "Check and mend that kit first; of this one only its own files were looked at."
  const place = peekKit(files).extendsPlace
  return {
    chain: [],
    usable: false,
    problems: [problem("extends-broken", "kit.yaml", place, message, help)],
    theirs,
  }
}

/** Of a kit whose other half isn't there: the files that are whole by themselves. */
function withoutBelow(files: readonly KitFile[]): Sources {
  const read = readSources(files, true)
  const whole = new Set<SourceKind>(["kit", "question", "exercise"])
  return { ...read, sources: read.sources.filter(({ kind }) => whole.has(kind)) }
}

/**
 * What is wrong in an inherited value is either wrong below as well, where it has been said, or comes of what this kit
 * changes: then it is this kit's problem, and stands at its `extends`.
 */
function atExtends(
  problems: readonly Problem[],
  files: readonly KitFile[],
  { chain, theirs }: Below,
): Problem[] {
  const { line, column } = peekKit(files).extendsPlace
  const already = new Set(theirs.map(keyOf))
  return problems.flatMap((one) => {
    const ref = chain.find((each) => one.file.startsWith(inherited(each.ref, "")))?.ref
    if (ref === undefined) return [one]
    if (already.has(keyOf(one))) return []
    const where = `${one.file.slice(inherited(ref, "").length)}, line ${one.line}, of ${ref}`
    return [{ ...one, file: "kit.yaml", line, column, message: `${one.message} (Inherited from ${where}.)` }]
  })
}

/** A problem without its place, which differs by the kit it is seen from. */
function keyOf({ code, message }: Problem): string {
  return `${code} ${message.replace(/ \(Inherited from [^)]*\)$/, "")}`
}

function removesAlone(draft: Draft): Problem[] {
  const manifest = draft.sources.find(({ kind }) => kind === "kit")
  if (!manifest || !isRecord(manifest.value)) return []
  if (!Object.hasOwn(manifest.value, "removes") || Object.hasOwn(manifest.value, "extends")) return []
  const message = "This kit extends no other, so there is nothing to remove."
  const help = "Delete removes, or name the kit it extends."
  return [problem("removes-alone", manifest.file, manifest.keyPlace(["removes"]), message, help)]
}

/** Questions and exercises may be none at all; of the others there is exactly one file. */
function completeKinds(draft: Draft, incomplete: ReadonlySet<SourceKind>): Set<SourceKind> {
  const kinds: SourceKind[] = ["question", "exercise", ...draft.sources.map(({ kind }) => kind)]
  return new Set(kinds.filter((kind) => !incomplete.has(kind)))
}

function toDraft({ sources }: Sources): { draft: Draft; problems: Problem[] } {
  const draft: Draft = {
    sources: [],
    complete: new Set(),
    questions: [],
    exercises: [],
    texts: new Map(),
    vocabulary: new Vocabulary(),
  }
  return { draft, problems: sources.flatMap((source) => addToDraft(draft, source)) }
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

function partsOf({ framework, questions, exercises, resume, rounds }: Draft): Countable {
  return {
    competencies: framework?.data.competencies ?? [],
    questions: questions.map(({ data }) => data),
    exercises: exercises.map(({ data }) => data),
    resumeCriteria: resume?.data.criteria ?? [],
    rounds: rounds?.data.rounds ?? [],
  }
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
