import { Fork } from "../engine/nodes/fork.ts"
import { component } from "./component.ts"

export const fork = component({
  about: "Sends a copy of each record along every link; a join puts the copies together again.",
  parameters: {},
  role: "step",
  links: "each",
  queues: false,
  build(_given, { engine, id }) {
    const node = new Fork(engine, id, true)
    return { entry: node, exit: node }
  },
})
