import { nearest } from "../nearest.ts"
import { type Problem, problem, quote } from "../problem.ts"
import type { KitFile } from "../tree.ts"
import { peekKit, refOf } from "./manifest.ts"

/** So many kits may stand on one another; more is confusion. */
const MAX_CHAIN = 5

/** A kit below another one: what the other names it by, and its files. */
export interface Parent {
  ref: string
  files: readonly KitFile[]
}

/**
 * The kits a kit stands on, nearest first, found among `known` by id and version. When one isn't there, or the kits go
 * round in a circle, `problem` says so at the kit's own `extends`, and the chain ends before it.
 */
export function parentsOf(
  files: readonly KitFile[],
  known: readonly (readonly KitFile[])[],
): { chain: Parent[]; problem?: Problem } {
  const own = peekKit(files)
  if (own.extends === undefined) return { chain: [] }
  const byRef = new Map(known.map((kit) => [refOf(peekKit(kit)), kit]))
  const seen = new Set([refOf(own)])
  const chain: Parent[] = []
  for (let ref: string | undefined = own.extends; ref !== undefined; ) {
    const complain = (code: "extends-cycle" | "extends-missing", message: string, help: string) => ({
      chain,
      problem: problem(code, "kit.yaml", own.extendsPlace, message, help),
    })
    if (seen.has(ref) || chain.length === MAX_CHAIN) {
      const message = seen.has(ref)
        ? `This kit comes to stand on itself by way of ${quote(ref)}.`
        : `More than ${MAX_CHAIN} kits stand on one another here.`
      return complain("extends-cycle", message, "Let it extend a kit that doesn’t extend this one.")
    }
    const parent = byRef.get(ref)
    if (!parent)
      return complain(
        "extends-missing",
        `There is no kit ${quote(ref)} here.`,
        advice(ref, [...byRef.keys()]),
      )
    seen.add(ref)
    chain.push({ ref, files: parent })
    ref = peekKit(parent).extends
  }
  return { chain }
}

function advice(ref: string, known: readonly string[]): string {
  const id = ref.slice(0, Math.max(0, ref.lastIndexOf("@")))
  const versions = known
    .filter((other) => other.startsWith(`${id}@`))
    .map((other) => other.slice(id.length + 1))
  if (id !== "" && versions.length > 0) {
    return `Of ${id} there is version ${versions.sort().join(" and ")}; extend that one after reading what changed.`
  }
  const meant = nearest(ref, known)
  return meant
    ? `Did you mean ${meant}?`
    : "Put that kit’s folder beside this one or among the kits of the installation."
}
