import { type Component } from "../components/component.ts"
import { COMPONENTS } from "../components/all.ts"
import type { Design, Fault } from "./document.ts"
import type { Drawing } from "./drawing.ts"
import { type DesignProblem, quoted } from "./schema.ts"

const kindOf = (type: keyof typeof COMPONENTS): Component => COMPONENTS[type] as unknown as Component

/** What a schema can't see: names that lead nowhere, ways that don't join up, and what can't be run. */
export function checkDesign(design: Design): DesignProblem[] {
  const problems = checkDrawing(design)
  const say = (path: string, message: string) => problems.push({ path, message })
  checkMentions(design, say)
  checkShares(design, say)
  checkRates(design, say)
  checkRun(design, say)
  return problems
}

/** The same for boxes and arrows alone. */
export function checkDrawing(drawing: Drawing): DesignProblem[] {
  const problems: DesignProblem[] = []
  const say = (path: string, message: string) => problems.push({ path, message })
  checkNames(drawing, say)
  if (problems.length === 0) checkWays(drawing, say)
  return problems
}

type Say = (path: string, message: string) => void

function checkNames(design: Drawing, say: Say): void {
  const seen = new Set<string>()
  for (const [at, { id }] of design.components.entries()) {
    if (seen.has(id))
      say(`components[${at}].id`, `There are two components ${quoted(id)}. Give one another name.`)
    seen.add(id)
  }
  const known = (id: string, path: string) => {
    if (!seen.has(id)) say(path, `There is no component ${quoted(id)}.`)
  }
  const pairs = new Set<string>()
  for (const [at, { from, to }] of design.links.entries()) {
    known(from, `links[${at}].from`)
    known(to, `links[${at}].to`)
    if (pairs.has(`${from} ${to}`))
      say(`links[${at}]`, `There is a link from ${quoted(from)} to ${quoted(to)} already.`)
    pairs.add(`${from} ${to}`)
  }
}

/** Kinds of component that a fault can only happen to. */
const HAPPENS_TO: Partial<Record<Fault["type"], readonly string[]>> = {
  "late-data": ["source"],
  "hot-partition": ["log", "stream-processor"],
  "lost-broker": ["log"],
}

function checkMentions({ components, faults, objectives }: Design, say: Say): void {
  const typeOf = new Map(components.map(({ id, type }) => [id, type]))
  for (const [at, { type, component }] of faults.entries()) {
    const kind = typeOf.get(component)
    const allowed = HAPPENS_TO[type]
    if (kind === undefined) say(`faults[${at}].component`, `There is no component ${quoted(component)}.`)
    else if (allowed !== undefined && !allowed.includes(kind))
      say(
        `faults[${at}].type`,
        `A ${type} can only happen to ${allowed.join(" or ")}; ${quoted(component)} is a ${kind}.`,
      )
    else if (kind === "source" && type !== "late-data" && type !== "price-change")
      say(
        `faults[${at}].component`,
        `${quoted(component)} is a source. Let the ${type} happen to what comes after it.`,
      )
  }
  for (const [at, { component }] of objectives.entries())
    if (component !== null && !typeOf.has(component))
      say(`objectives[${at}].component`, `There is no component ${quoted(component)}.`)
}

function checkShares({ components, links }: Design, say: Say): void {
  for (const { id } of components) {
    const out = links.map((link, at) => ({ ...link, at })).filter((link) => link.from === id)
    const given = out.filter((link) => link.share !== null)
    const [first] = given
    if (first === undefined) continue
    const sum = given.reduce((total, link) => total + (link.share ?? 0), 0)
    if (given.length < out.length)
      say(
        `links[${first.at}].share`,
        `Some links from ${quoted(id)} have a share and some have none. Give all one, or none.`,
      )
    else if (Math.abs(sum - 1) > 1e-9)
      say(
        `links[${first.at}].share`,
        `The shares of the links from ${quoted(id)} add up to ${sum}; they should add up to 1.`,
      )
  }
}

function checkRates({ components, workload }: Design, say: Say): void {
  for (const [at, one] of components.entries()) {
    if (one.type !== "source") continue
    if (workload === null && one.rate === null && one.trace === null)
      say(`components[${at}].rate`, "This is missing, and there is no workload to take it from.")
    if (
      (one.arrivals ?? workload?.arrivals) === "trace" &&
      one.trace === null &&
      (workload?.trace ?? null) === null
    )
      say(`components[${at}].trace`, "The arrivals are a recorded trace, but there is none.")
    if (one.arrivals === "batch" && one.batchSize === null && (workload?.batchSize ?? 1) === 1)
      say(`components[${at}].batchSize`, "This is missing: arrivals come in batches, but of what size?")
  }
}

function checkRun({ run }: Design, say: Say): void {
  if (run.customers !== null && run.duration !== null)
    say("run", "Give either customers or duration: the run ends by one of them.")
  if (run.customers === null && run.duration === null)
    say("run", "Give customers or duration: when should the run end?")
}

function checkWays(design: Drawing, say: Say): void {
  const { components, links } = design
  const next = new Map<string, string[]>(components.map(({ id }) => [id, []]))
  for (const { from, to } of links) next.get(from)?.push(to)
  const typeOf = new Map(components.map(({ id, type }) => [id, type]))
  const roleOf = (id: string) => kindOf(typeOf.get(id) ?? "sink").role
  for (const [at, { from, to }] of links.entries()) {
    if (typeOf.get(from) === "sink")
      say(`links[${at}].from`, `${quoted(from)} is a sink: nothing goes on from there.`)
    if (roleOf(to) === "source") say(`links[${at}].to`, `${quoted(to)} is a source: nothing can go there.`)
  }
  const sources = components.filter(({ type }) => type === "source").map(({ id }) => id)
  if (sources.length === 0)
    say("components", "There is no source, so nothing would happen. Add a component of type source.")
  const reached = reachable(sources, next)
  for (const [at, { id, type }] of components.entries()) {
    const role = kindOf(type).role
    if (sources.length > 0 && !reached.has(id))
      say(
        `components[${at}]`,
        `Nothing ever gets to ${quoted(id)}: no way leads there from a source. Link it or leave it out.`,
      )
    if (role !== "end" && next.get(id)?.length === 0)
      say(
        `components[${at}]`,
        `Records have nowhere to go from ${quoted(id)}. Link it to something that ends in a sink.`,
      )
    else if (![...reachable([id], next)].some((other) => roleOf(other) === "end"))
      say(
        `components[${at}]`,
        `No sink can be reached from ${quoted(id)}, so its records would go round for ever.`,
      )
  }
  for (const id of cyclesWithoutQueue(
    components.map((one) => one.id),
    next,
    (one) => kindOf(typeOf.get(one) ?? "sink").queues,
  ))
    say(
      `components[${components.findIndex((one) => one.id === id)}]`,
      `A way leads from ${quoted(id)} back to itself without a queue on it, so a record would go round in no time. Put a station on the way.`,
    )
}

function reachable(from: readonly string[], next: Map<string, string[]>): Set<string> {
  const seen = new Set(from)
  const open = [...from]
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const to of next.get(id) ?? [])
      if (!seen.has(to)) {
        seen.add(to)
        open.push(to)
      }
  return seen
}

/** One component of each circle that has no queue on it. */
function cyclesWithoutQueue(
  ids: string[],
  next: Map<string, string[]>,
  queues: (id: string) => boolean,
): string[] {
  const bare = new Map(
    ids.filter((id) => !queues(id)).map((id) => [id, (next.get(id) ?? []).filter((to) => !queues(to))]),
  )
  const done = new Set<string>()
  const found: string[] = []
  for (const id of bare.keys()) {
    if (done.has(id)) continue
    const ahead = reachable(bare.get(id) ?? [], bare)
    if (ahead.has(id)) {
      found.push(id)
      for (const other of ahead) done.add(other)
    }
    done.add(id)
  }
  return found
}
