import type { Component } from "../components/component.ts"
import type { Part } from "../components/part.ts"
import type { Design, DesignComponent } from "../design/document.ts"
import type { Engine } from "../engine/engine.ts"
import type { Metric } from "../engine/metric.ts"
import type { Sink } from "../engine/nodes/sink.ts"
import type { Tap } from "../engine/nodes/tap.ts"

/** A component with its nodes. */
export interface Placed {
  component: DesignComponent
  kind: Component
  part: Part
  /** In front of it, where faults are to happen to it. */
  tap: Tap | null
  /** Where records end in it. */
  sink: Sink | null
}

/** A design made into nodes, ready to run. */
export interface Network {
  design: Design
  seed: string
  engine: Engine
  tick: number
  placed: Map<string, Placed>
  /** The latency at all consumers together. */
  latency: Metric
}
