import { COMPONENTS, type ComponentType } from "../components/all.ts"

/** What can be said of a design by its boxes and arrows alone. */
export interface Drawing {
  components: { id: string; type: ComponentType }[]
  links: { from: string; to: string }[]
}

/** More boxes than this aren't looked at. */
const MOST = 500

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null

/** The drawing in a document whose parameters may be wrong; null when boxes or arrows themselves are. */
export function drawingOf(value: unknown): Drawing | null {
  if (!isObject(value) || !Array.isArray(value["components"]) || !Array.isArray(value["links"])) return null
  const { components, links } = value as { components: unknown[]; links: unknown[] }
  if (components.length === 0 || components.length > MOST || links.length > 4 * MOST) return null
  const boxes = components.flatMap((one) =>
    isObject(one) &&
    typeof one["id"] === "string" &&
    typeof one["type"] === "string" &&
    Object.hasOwn(COMPONENTS, one["type"])
      ? [{ id: one["id"], type: one["type"] as ComponentType }]
      : [],
  )
  const arrows = links.flatMap((one) =>
    isObject(one) && typeof one["from"] === "string" && typeof one["to"] === "string"
      ? [{ from: one["from"], to: one["to"] }]
      : [],
  )
  return boxes.length === components.length && arrows.length === links.length
    ? { components: boxes, links: arrows }
    : null
}
