/** The models that are timed side by side; SimPy's are in bench/simpy, with the same numbers. */
export interface Model {
  name: string
  rate: number
  servers: number
  stages: number
  /** How many times faster than SimPy it should be. */
  aim: number
}

export const MODELS: Model[] = [
  { name: "M/M/1 at 0.8", rate: 0.8, servers: 1, stages: 1, aim: 500 },
  { name: "M/M/8 at 0.9", rate: 7.2, servers: 8, stages: 1, aim: 100 },
  { name: "four stages at 0.8", rate: 0.8, servers: 1, stages: 4, aim: 500 },
]

/** The design document of a model, for so many customers. */
export function designOf({ rate, servers, stages }: Model, customers: number): Record<string, unknown> {
  const stations = Array.from({ length: stages }, (_, at) => ({
    id: `q${at}`,
    type: "station",
    servers,
    service: { distribution: "exponential", mean: "1s" },
  }))
  const components = [{ id: "in", type: "source" }, ...stations, { id: "out", type: "sink" }]
  return {
    format: "backfill-design/1",
    workload: { rate },
    components,
    links: components.slice(1).map(({ id }, at) => ({ from: components[at]?.id, to: id })),
    run: { customers, warmup: 10_000 },
    growth: false,
  }
}
