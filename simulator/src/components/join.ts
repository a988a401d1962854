import { Join } from "../engine/nodes/join.ts"
import { component } from "./component.ts"

export const join = component({
  about: "Waits until all copies that a fork made of a record are here, and sends one on.",
  parameters: {},
  role: "step",
  links: "one",
  queues: false,
  build(_given, { engine, id }) {
    const node = new Join(engine, id)
    return { entry: node, exit: node, wait: node.wait, joins: node }
  },
})
