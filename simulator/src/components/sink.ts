import { Sink } from "../engine/nodes/sink.ts"
import { component } from "./component.ts"

export const sink = component({
  about: "Where records end: whoever uses the data.",
  parameters: {},
  role: "end",
  links: "one",
  queues: false,
  build(_given, { engine, id, surroundings }) {
    const node = new Sink(engine, id, surroundings.lagging)
    return { entry: node, exit: node, sink: node }
  },
})
