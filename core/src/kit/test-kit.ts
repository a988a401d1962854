import type { KitFile } from "./tree.ts"

/** The files of kits/fixture; tests read them and hand in the reader, because this workspace knows no file system. */
export const FIXTURE_PATHS = [
  "README.md",
  "exercises/late-orders.yaml",
  "exercises/replay-drill.yaml",
  "form.yaml",
  "framework.yaml",
  "guides/first-talk.md",
  "kit.yaml",
  "questions/grain-of-a-table.yaml",
  "questions/rerun-a-load.yaml",
  "questions/stayed-with-it.yaml",
  "resume.yaml",
  "rounds.yaml",
] as const

/** A change of a kit's files, for a test to make one thing wrong. */
export type Change = (files: KitFile[]) => KitFile[]

/** A plain file with a text. */
export function textFile(path: string, text: string): KitFile {
  return { path, bytes: new TextEncoder().encode(text), kind: "file" }
}

/** Replaces the first occurrence of a text in a file. Throws when it isn't there, so that a test can't go stale. */
export function edit(path: string, from: string, to: string): Change {
  return replaceText(path, (text) => {
    if (!text.includes(from)) throw new Error(`${path} doesn’t hold ${from}`)
    return text.replace(from, () => to)
  })
}

/** Replaces the whole text of a file. */
export function replaceText(path: string, change: (text: string) => string): Change {
  return (files) =>
    files.map((file) =>
      file.path === path ? textFile(path, change(new TextDecoder().decode(file.bytes))) : file,
    )
}

/** Adds files. */
export function add(...more: KitFile[]): Change {
  return (files) => [...files, ...more]
}

/** Takes a file out. */
export function remove(path: string): Change {
  return (files) => files.filter((file) => file.path !== path)
}

/** Several changes, one after the other. */
export function all(...changes: Change[]): Change {
  return (files) => changes.reduce((changed, change) => change(changed), files)
}
