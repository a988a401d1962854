import { nearest } from "@backfill/core"
import { type Component } from "../components/component.ts"
import { COMPONENTS } from "../components/all.ts"
import type { Design, Fault } from "./document.ts"
import { type Drawing, drawingOf, isObject, own } from "./drawing.ts"
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

/** The same for boxes and arrows alone, of which some may not be made out. */
export function checkDrawing(drawing: Drawing): DesignProblem[] {
  const problems: DesignProblem[] = []
  const say = (path: string, message: string) => problems.push({ path, message })
  checkNames(drawing, say)
  checkWays(drawing, say)
  return problems
}

/** What can be said of a document whose values are wrong in places, besides those places. */
export function checkAround(document: unknown): DesignProblem[] {
  const drawing = drawingOf(document)
  const problems = drawing === null ? [] : checkDrawing(drawing)
  const say = (path: string, message: string) => problems.push({ path, message })
  const run = own(document, "run")
  if (isObject(run))
    checkRun({ run: { customers: own(run, "customers"), duration: own(run, "duration") } }, say)
  if (drawing === null) return problems
  const known = new Set(drawing.components.map(({ id }) => id))
  for (const key of ["faults", "objectives"]) {
    const list = own(document, key)
    for (const [at, one] of (Array.isArray(list) ? list : []).entries()) {
      const component = own(one, "component")
      if (typeof component === "string" && !known.has(component))
        say(`${key}[${at}].component`, `There is no component ${quoted(component)}.`)
    }
  }
  return problems
}

const isGiven = (value: unknown) => value !== undefined && value !== null

type Say = (path: string, message: string) => void

function checkNames(design: Drawing, say: Say): void {
  const seen = new Set<string>()
  for (const [at, { id }] of design.components.entries()) {
    if (id === null) continue
    if (seen.has(id))
      say(`components[${at}].id`, `There are two components ${quoted(id)}. Give one another name.`)
    seen.add(id)
  }
  const known = (id: string | null, path: string) => {
    if (id !== null && !seen.has(id)) say(path, `There is no component ${quoted(id)}.`)
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

function checkRun({ run }: { run: Record<"customers" | "duration", unknown> }, say: Say): void {
  if (isGiven(run.customers) && isGiven(run.duration))
    say("run", "Give either customers or duration: the run ends by one of them.")
  if (!isGiven(run.customers) && !isGiven(run.duration))
    say("run", "Give customers or duration: when should the run end?")
}

/** What can’t be made out, as a name that no component can have: it may be a source, a queue or an end. */
const UNKNOWN = ""

/**
 * Ways that don’t join up. A link to or from what can’t be made out may lead anywhere, so it is held against nobody; a name
 * that is nearly a component’s is taken to mean that one.
 */
function checkWays({ components, links }: Drawing, say: Say): void {
  const typeOf = new Map(components.flatMap(({ id, type }) => (id === null ? [] : [[id, type] as const])))
  const meant = (id: string | null) =>
    id === null ? UNKNOWN : typeOf.has(id) ? id : (nearest(id, typeOf.keys()) ?? UNKNOWN)
  const next = new Map<string, string[]>([UNKNOWN, ...typeOf.keys()].map((id) => [id, []]))
  for (const { from, to } of links) next.get(meant(from))?.push(meant(to))
  const kindAt = (id: string) => {
    const type = typeOf.get(id) ?? null
    return type === null ? null : kindOf(type)
  }
  const ends = (id: string) => (kindAt(id)?.role ?? "end") === "end"
  for (const [at, { from, to }] of links.entries()) {
    if (from !== null && typeOf.get(from) === "sink")
      say(`links[${at}].from`, `${quoted(from)} is a sink: nothing goes on from there.`)
    if (to !== null && kindAt(to)?.role === "source")
      say(`links[${at}].to`, `${quoted(to)} is a source: nothing can go there.`)
  }
  const isSource = ({ type }: Drawing["components"][number]) => type === null || type === "source"
  if (!components.some(isSource))
    say("components", "There is no source, so nothing would happen. Add a component of type source.")
  const reached = reachable([UNKNOWN, ...components.filter(isSource).map(({ id }) => id ?? UNKNOWN)], next)
  for (const [at, { id }] of components.entries()) {
    if (id === null) continue
    if (components.some(isSource) && !reached.has(id))
      say(
        `components[${at}]`,
        `Nothing ever gets to ${quoted(id)}: no way leads there from a source. Link it or leave it out.`,
      )
    if (!ends(id) && next.get(id)?.length === 0)
      say(
        `components[${at}]`,
        `Records have nowhere to go from ${quoted(id)}. Link it to something that ends in a sink.`,
      )
    else if (![...reachable([id], next)].some(ends))
      say(
        `components[${at}]`,
        `No sink can be reached from ${quoted(id)}, so its records would go round for ever.`,
      )
  }
  for (const id of cyclesWithoutQueue([...typeOf.keys()], next, (one) => kindAt(one)?.queues ?? true))
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
