import { api, type Endpoint } from "@backfill/contract"
import { rateLimits } from "../../database/schema/platform.ts"
import { type Answered, ask, outcome } from "./ask.ts"
import { blinded, type Column, cookieOf, foreign } from "./columns.ts"
import { LAST, REQUESTS, type Sent, STATEFUL } from "./requests.ts"
import { STATES, type State, type World } from "./world.ts"

/** Every endpoint of the contract by `feature.name`. */
export const ENDPOINTS = new Map<string, Endpoint>(
  Object.entries(api).flatMap(([feature, group]) =>
    Object.entries(group).map(([name, endpoint]): [string, Endpoint] => [
      `${feature}.${name}`,
      endpoint as Endpoint,
    ]),
  ),
)

/** The order to call them in: those that change what others would meet come last. */
export const inOrder = (names: Iterable<string>): string[] =>
  [...names].toSorted((a, b) => LAST.indexOf(a) - LAST.indexOf(b))

/** The states in which it makes sense to ask: once, where no application is concerned. */
export const statesFor = (name: string, states: readonly State[]): readonly State[] =>
  STATEFUL.includes(name.split(".")[0] ?? "") ? states : STATES.slice(0, 1)

/** Makes the call as somebody, about the application in a state. */
export async function callAs(world: World, name: string, column: Column, state: State): Promise<Answered> {
  const endpoint = ENDPOINTS.get(name)
  const [feature = "", key = ""] = name.split(".")
  const request = (
    REQUESTS as unknown as Record<string, Record<string, (aim: unknown) => Sent | Promise<Sent>>>
  )[feature]?.[key]
  if (!endpoint || !request) throw new Error(`No such endpoint: ${name}`)
  // The limits are a matter of their own; here hundreds of calls come from one address.
  await world.t.app.db.platform.delete(rateLimits)
  const sent = await request({ world, state, target: world.cases[state] })
  return ask(world, endpoint, sent, await cookieOf(world, column, state))
}

/** What the call says about permission, with what it let slip, if anything. */
export async function verdictOf(world: World, name: string, column: Column, state: State): Promise<string> {
  const answer = await callAs(world, name, column, state)
  const closed = name === "applications.unblind" ? [] : blinded(world, column)
  const slipped = [...foreign(world, column, state), ...closed].filter((mark) => answer.text.includes(mark))
  return slipped.length === 0 ? outcome(answer) : `tells ${slipped.join(", ")}`
}
