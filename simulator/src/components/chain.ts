import type { Node } from "../engine/node.ts"

/** Links nodes one after the other; the last one. */
export function chain(first: Node, rest: readonly Node[]): Node {
  let last = first
  for (const node of rest) {
    last.out = node
    last = node
  }
  return last
}
