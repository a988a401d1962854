import { choice, duration, number, whole } from "../design/scalars.ts"
import { object } from "../design/compound.ts"
import { optional } from "../design/schema.ts"
import { timing } from "../design/workload.ts"
import { Breakdowns } from "../engine/nodes/breakdowns.ts"
import { Station } from "../engine/nodes/station.ts"
import { ownPrice } from "../cost/line.ts"
import { component } from "./component.ts"

export const station = component({
  about: "Servers behind one waiting line: the plain queue that theory knows.",
  parameters: {
    servers: optional(whole({ about: "Servers that work side by side.", min: 1, max: 10_000 }), 1),
    service: timing("How long a service takes."),
    buffer: optional(
      whole({
        about: "Waiting places; whoever finds none free is lost. No limit when left out.",
        min: 0,
        max: 1_000_000_000,
      }),
      null,
    ),
    discipline: optional(
      choice("Who is next: the first to come, or by the source’s priority (nobody is interrupted).", [
        "fifo",
        "priority",
      ]),
      "fifo",
    ),
    batchSize: optional(
      whole({ about: "Records that one service takes together.", min: 1, max: 1_000_000 }),
      1,
    ),
    batchTimeout: optional(
      duration("A batch begins with fewer once its first record has waited so long."),
      null,
    ),
    vacation: optional(
      timing("How long a server that finds nobody waiting stays away, again and again."),
      null,
    ),
    breakdown: optional(
      object("Breaks down, at work or idle, and resumes where it stopped.", {
        every: timing("From a repair to the next breakdown."),
        repair: timing("How long a repair takes."),
      }),
      null,
    ),
    costPerHour: optional(number({ about: "Price of a server.", min: 0, max: 1e6, unit: "USD an hour" }), 0),
  },
  role: "step",
  links: "one",
  queues: true,
  build(given, builder) {
    const { engine, id } = builder
    const least = given.batchSize
    const buffer = given.buffer ?? Number.POSITIVE_INFINITY
    const worker =
      least > 1
        ? builder.batches(given.service, {
            servers: given.servers,
            least,
            most: least,
            timeout: given.batchTimeout ?? Number.POSITIVE_INFINITY,
            buffer,
          })
        : new Station(engine, id, {
            servers: given.servers,
            service: builder.stream(given.service, "service"),
            buffer,
            priorities: given.discipline === "priority" ? builder.surroundings.priorities : 1,
            byPriority: given.discipline === "priority",
            vacation: given.vacation === null ? null : builder.stream(given.vacation, "vacation", 1),
          })
    if (given.breakdown !== null) {
      const { every, repair } = given.breakdown
      new Breakdowns(engine, id, worker, builder.stream(every, "up", 1), builder.stream(repair, "repair", 1))
    }
    return { entry: worker, exit: worker, workers: [worker], wait: worker.wait }
  },
  cost(given, { hours }) {
    if (given.costPerHour === 0) return []
    return [ownPrice("server", given.servers * hours, "hour", given.costPerHour)]
  },
})
