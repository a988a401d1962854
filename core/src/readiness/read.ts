import { parse } from "yaml"
import type { z } from "zod"
import { Checklist, type ReadinessContent, ReadinessExercise } from "./schema.ts"

/** A file by its path under the content's folder, e.g. `exercises/merge.yaml`. */
export interface ContentFile {
  path: string
  text: string
}

/**
 * Reads the lists and exercises of a folder, the lists by their place. Everything wrong comes back at once, each with its
 * file: what doesn't parse, ids used twice, an exercise that isn't there, and one that no item leads to.
 */
export function readReadiness(files: readonly ContentFile[]): ReadinessContent & { problems: string[] } {
  const problems: string[] = []
  const read = <S extends z.ZodType>(schema: S, { path, text }: ContentFile): z.output<S>[] => {
    try {
      const result = schema.safeParse(parse(text))
      if (result.success) return [result.data]
      problems.push(...result.error.issues.map((one) => `${path}: ${one.path.join(".")}: ${one.message}`))
    } catch (error) {
      problems.push(`${path}: ${error instanceof Error ? error.message : String(error)}`)
    }
    return []
  }
  const isExercise = ({ path }: ContentFile) => path.startsWith("exercises/")
  const exercises = files.filter(isExercise).flatMap((file) => read(ReadinessExercise, file))
  const checklists = files
    .filter((file) => !isExercise(file))
    .flatMap((file) => read(Checklist, file))
    .toSorted((a, b) => a.place - b.place)
  const groups = checklists.flatMap((list) => list.groups)
  const items = groups.flatMap((group) => group.items)
  const frames = checklists.flatMap((list) => list.frame)
  const ids = [...items, ...frames, ...groups, ...checklists].map(({ id }) => id)
  problems.push(...repeated(ids), ...repeated(exercises.map(({ id }) => `exercise ${id}`)))
  const led = new Set(items.flatMap(({ exercise }) => exercise ?? []))
  const known = new Set(exercises.map(({ id }) => id))
  for (const id of led) if (!known.has(id)) problems.push(`There is no exercise ${id}.`)
  for (const id of known) if (!led.has(id)) problems.push(`No item leads to the exercise ${id}.`)
  return { checklists, exercises, problems }
}

const repeated = (ids: readonly string[]): string[] =>
  ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} is there twice.`)
