import { COMPONENTS } from "../components/all.ts"
import { Builder, type Surroundings } from "../components/builder.ts"
import type { Component } from "../components/component.ts"
import type { Design, DesignComponent } from "../design/document.ts"
import { type Bounds, Engine } from "../engine/engine.ts"
import { Metric } from "../engine/metric.ts"
import type { Node } from "../engine/node.ts"
import { Fork } from "../engine/nodes/fork.ts"
import { Router, WHOLE } from "../engine/nodes/router.ts"
import { Sink } from "../engine/nodes/sink.ts"
import { Objective } from "../engine/objective.ts"
import { boundsOf } from "./bounds.ts"
import { planFaults } from "./faults.ts"
import type { Network, Placed } from "./placed.ts"
import { fullSources, type SourceComponent } from "./sources.ts"

/** Builds the engine's network of a design whose rates are multiplied by `growth`. */
export function buildNetwork(design: Design, seed: string, growth: number): Network {
  const sources = fullSources(design, growth)
  const sizing = build(design, seed, sources, boundsOf(design, sources, 1))
  const slots = sizing.engine.nodes.reduce((sum, node) => sum + node.slots, 0)
  return build(design, seed, sources, boundsOf(design, sources, slots))
}

function build(
  design: Design,
  seed: string,
  sources: SourceComponent[],
  { tick, bounds }: { tick: number; bounds: Bounds },
): Network {
  const engine = new Engine(bounds)
  const surroundings: Surroundings = {
    engine,
    seed,
    tick,
    recordBytes: design.workload?.recordBytes ?? 1000,
    priorities: 1 + Math.max(0, ...sources.map(({ priority }) => priority)),
    keyed: design.components.some(({ type }) => type === "log" || type === "stream-processor"),
    lagging:
      sources.some(({ eventLag }) => eventLag !== null) ||
      design.faults.some(({ type }) => type === "late-data"),
  }
  const placed = new Map<string, Placed>()
  for (const component of fromTheSources(design)) {
    const full = sources.find(({ id }) => id === component.id) ?? component
    placed.set(component.id, place(full, new Builder(component.id, surroundings), design))
  }
  for (const { component } of design.components.map(({ id }) => placed.get(id) as Placed))
    join(component, placed, design, surroundings)
  const latency = together([...placed.values()].flatMap(({ sink }) => sink ?? []))
  addObjectives(design, placed, tick)
  const network = { design, seed, engine, tick, placed, latency }
  planFaults(network)
  return network
}

/** Components by their distance from the sources: of what happens at the same tick, what is further on goes first. */
function fromTheSources({ components, links }: Design): DesignComponent[] {
  const depth = new Map<string, number>()
  let open = components.filter(({ type }) => type === "source").map(({ id }) => id)
  for (let steps = 0; open.length > 0; steps += 1) {
    for (const id of open) depth.set(id, steps)
    const ahead = links.filter(({ from, to }) => open.includes(from) && !depth.has(to)).map(({ to }) => to)
    open = [...new Set(ahead)]
  }
  return components.toSorted((a, b) => (depth.get(a.id) ?? 0) - (depth.get(b.id) ?? 0))
}

function place(component: DesignComponent, builder: Builder, design: Design): Placed {
  const kind = COMPONENTS[component.type] as unknown as Component
  const hit = design.faults.some((fault) => fault.component === component.id && fault.type !== "price-change")
  const tap = hit ? builder.tap("fault") : null
  const part = kind.build(component as Parameters<Component["build"]>[0], builder)
  if (tap !== null) tap.out = part.entry
  return { component, kind, part, tap, sink: part.sink ?? null }
}

/** Links a component to what comes after it; where nothing does, records end in a sink of its own. */
function join(
  component: DesignComponent,
  placed: Map<string, Placed>,
  design: Design,
  surroundings: Surroundings,
): void {
  const one = placed.get(component.id) as Placed
  const links = design.links.filter(({ from }) => from === component.id)
  const ways = links.map(({ to }) => doorOf(placed.get(to) as Placed))
  const { exit } = one.part
  if (exit instanceof Fork) exit.outs.push(...ways)
  else if (ways.length === 0 && one.sink === null) {
    one.sink = new Sink(surroundings.engine, component.id, surroundings.lagging)
    lead(exit, one.sink)
  } else if (ways.length === 1) lead(exit, ways[0] as Node)
  else if (ways.length > 1)
    lead(
      exit,
      choose(
        one,
        links.map(({ share }) => share),
        ways,
        surroundings,
      ),
    )
}

const doorOf = ({ tap, part }: Placed): Node => tap ?? part.entry

/** Where a component's exit is its own router (a log hands on out of every partition), all that it leads to is linked. */
function lead(exit: Node, to: Node): void {
  if (exit instanceof Router) for (const out of exit.outs) out.out = to
  else exit.out = to
}

function choose(
  { component, kind, part }: Placed,
  shares: (number | null)[],
  ways: Node[],
  surroundings: Surroundings,
): Node {
  const { id } = component
  const { engine } = surroundings
  if (kind.links === "each" && shares[0] === null) {
    const fork = new Fork(engine, id, false)
    fork.outs.push(...ways)
    return fork
  }
  if (part.inTurn === true && shares[0] === null) return new Router(engine, id, { by: "turn" }, ways)
  let sum = 0
  const upTo = shares.map((share) => {
    sum += share ?? 1 / ways.length
    return sum * WHOLE
  })
  return new Router(engine, id, { by: "share", upTo, dice: new Builder(id, surroundings).dice("way") }, ways)
}

function together(sinks: readonly Sink[]): Metric {
  const [first] = sinks
  if (first !== undefined && sinks.length === 1) return first.latency
  const all = new Metric()
  for (const sink of sinks) sink.together = all
  return all
}

function addObjectives(design: Design, placed: Map<string, Placed>, tick: number): void {
  for (const { component, share, within, window } of design.objectives)
    for (const [id, { sink }] of placed)
      if (sink !== null && (component === null || component === id))
        sink.objectives.push(new Objective(within / tick, share, window / tick))
}
