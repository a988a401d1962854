import { ask } from "./ask.ts"
import { ENDPOINTS } from "./matrix.ts"
import { REQUESTS, type Sent } from "./requests.ts"
import { type Case, STATES, type World } from "./world.ts"

export interface Page {
  name: string
  status: number
  text: string
}

const READS = [...ENDPOINTS].filter(([, { method }]) => method === "GET")

/** Everything that can be read with a cookie, or none: every GET of the contract, aimed at every application. */
export async function readAll(
  world: World,
  cookie: string | undefined,
  targets: readonly Case[] = [...Object.values(world.cases), world.other],
): Promise<Page[]> {
  const pages: Page[] = []
  for (const [name, endpoint] of READS) {
    const [feature = "", key = ""] = name.split(".")
    const request = (
      REQUESTS as unknown as Record<string, Record<string, (aim: unknown) => Sent | Promise<Sent>>>
    )[feature]?.[key]
    for (const target of endpoint.path.includes(":") ? targets : targets.slice(0, 1)) {
      for (const sent of aims(name, (await request?.({ world, state: STATES[0], target })) ?? {})) {
        const { status, text } = await ask(world, endpoint, sent, cookie)
        pages.push({ name, status, text })
      }
    }
  }
  return pages
}

/** A debrief is tried at every stage, whichever the application is in. */
function aims(name: string, sent: Sent): Sent[] {
  return name === "debriefs.read"
    ? [1, 2, 3].map((stageIndex) => ({ ...sent, params: { ...sent.params, stageIndex } }))
    : [sent]
}

/** Where one of these strings stands, as it is or as JSON writes it. */
export function findings(pages: readonly Page[], needles: Iterable<string>): string[] {
  const forms = [...needles].map((needle) => [needle, JSON.stringify(needle).slice(1, -1)] as const)
  return pages.flatMap(({ name, text }) =>
    forms
      .filter(([plain, escaped]) => text.includes(plain) || text.includes(escaped))
      .map(([plain]) => `${name}: ${plain}`),
  )
}

export const letIn = (pages: readonly Page[]): string[] => [
  ...new Set(pages.filter(({ status }) => status === 200).map(({ name }) => name)),
]
