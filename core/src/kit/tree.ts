import type { z } from "zod"
import { Exercise, Form, Framework, Manifest, Question, Resume, Rounds } from "./schema.ts"

/** One entry of a kit's folder as the caller found it. `bytes` is read for plain files only. */
export interface KitFile {
  /** Relative to the kit's folder, with forward slashes. */
  path: string
  bytes: Uint8Array
  kind: "file" | "link" | "other"
}

/** How large a kit may be; content beyond it is refused before it is read. */
export const KIT_LIMITS = {
  fileBytes: 1024 * 1024,
  kitBytes: 10 * 1024 * 1024,
  files: 2000,
  pathLength: 200,
} as const

/** What kind of YAML file a path holds. */
export type SourceKind = "kit" | "framework" | "form" | "resume" | "rounds" | "question" | "exercise"

/** Which path of a kit holds what. `required` names the files every kit has. */
export const kitTree: readonly {
  pattern: RegExp
  kind: SourceKind | "guide" | "readme"
  required?: string
}[] = [
  { pattern: /^kit\.yaml$/, kind: "kit", required: "kit.yaml" },
  { pattern: /^framework\.yaml$/, kind: "framework", required: "framework.yaml" },
  { pattern: /^form\.yaml$/, kind: "form", required: "form.yaml" },
  { pattern: /^resume\.yaml$/, kind: "resume", required: "resume.yaml" },
  { pattern: /^rounds\.yaml$/, kind: "rounds", required: "rounds.yaml" },
  { pattern: /^questions\/[^/]+\.yaml$/, kind: "question" },
  { pattern: /^exercises\/[^/]+\.yaml$/, kind: "exercise" },
  { pattern: /^guides\/[a-z0-9]+(-[a-z0-9]+)*\.md$/, kind: "guide" },
  { pattern: /^README\.md$/, kind: "readme" },
]

/** The schema each kind of YAML file is read by. */
export const SCHEMAS = {
  kit: Manifest,
  framework: Framework,
  form: Form,
  resume: Resume,
  rounds: Rounds,
  question: Question,
  exercise: Exercise,
} as const satisfies Record<SourceKind, z.ZodType>

/** What a path holds, or undefined when it is no part of a kit. */
export function kindOfPath(path: string): SourceKind | "guide" | "readme" | undefined {
  return kitTree.find((entry) => entry.pattern.test(path))?.kind
}

/** The file's name without folder and ending: the id a question or exercise must have. */
export function nameOfPath(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1, path.lastIndexOf("."))
}
