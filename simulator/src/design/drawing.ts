import { COMPONENTS, type ComponentType } from "../components/all.ts"

/** Boxes and arrows of a document. A null is something that can't be made out, and is told of elsewhere. */
export interface Drawing {
  components: { id: string | null; type: ComponentType | null }[]
  links: { from: string | null; to: string | null }[]
}

/** More boxes than this aren't looked at. */
const MOST = 500

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** What `value` holds under a name of its own. */
export const own = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined

const textOf = (value: unknown) => (typeof value === "string" ? value : null)

/** The drawing in a document that may be wrong in any way; null when there are no lists of boxes and arrows, or too long ones. */
export function drawingOf(value: unknown): Drawing | null {
  const [components, links] = [own(value, "components"), own(value, "links")]
  if (!Array.isArray(components) || !Array.isArray(links)) return null
  if (components.length === 0 || components.length > MOST || links.length > 4 * MOST) return null
  return {
    components: components.map((one) => {
      const type = textOf(own(one, "type"))
      const isKnown = type !== null && Object.hasOwn(COMPONENTS, type)
      return { id: textOf(own(one, "id")), type: isKnown ? (type as ComponentType) : null }
    }),
    links: links.map((one) => ({ from: textOf(own(one, "from")), to: textOf(own(one, "to")) })),
  }
}
