import { describe, expect, it } from "vitest"
import { COMPONENTS } from "../components/all.ts"
import { designJsonSchema, readDesign } from "./read.ts"

const base = () => ({
  format: "backfill-design/1",
  workload: { rate: 0.8, per: "second", arrivals: "poisson" } as Record<string, unknown>,
  components: [
    { id: "in", type: "source" },
    { id: "q", type: "station", servers: 1, service: { distribution: "exponential", mean: "1s" } },
    { id: "out", type: "sink" },
  ] as Record<string, unknown>[],
  links: [
    { from: "in", to: "q" },
    { from: "q", to: "out" },
  ],
  run: { customers: 1000, warmup: 10 } as Record<string, unknown>,
})

/** The paths of a design's problems after a change. */
function pathsAfter(change: (document: ReturnType<typeof base>) => void): string[] {
  const document = base()
  change(document)
  return readDesign(document).problems.map(({ path }) => path)
}

describe("a design document", () => {
  it("is read with its defaults", () => {
    const { design, problems } = readDesign(base())
    expect(problems).toEqual([])
    expect(design?.components[1]).toMatchObject({
      servers: 1,
      service: { distribution: "exponential", mean: 1 },
      buffer: null,
    })
    expect(design?.workload).toMatchObject({ recordBytes: 1000, keySkew: 0 })
  })
  it.each([
    ["250ms", 0.25],
    ["1.5h", 5400],
    ["2 min", 120],
    ["1e-3s", 0.001],
    [3, 3],
  ])("takes %s as a duration", (given, seconds) => {
    const document = base()
    document.components[1] = {
      ...document.components[1],
      service: { distribution: "exponential", mean: given },
    }
    expect(readDesign(document).design?.components[1]).toMatchObject({ service: { mean: seconds } })
  })
  it("tells all that is wrong at once, each with its path", () => {
    const paths = pathsAfter((d) => {
      d.workload["rate"] = 0
      d.components[1] = {
        id: "q",
        type: "station",
        servers: -1,
        srvers: 2,
        service: { distribution: "exponential", mean: "soon" },
      }
      d.links.push({ from: "q", to: "nowhere" })
      d.run["customers"] = 1.5
    })
    expect(paths).toEqual([
      "workload.rate",
      "components[1].servers",
      "components[1].service.mean",
      "components[1].srvers",
      "run.customers",
      "links[2].to",
    ])
  })
  it("tells what is wrong with the drawing and the run beside wrong values, unknown types and doubled names", () => {
    const paths = pathsAfter((d) => {
      d.workload["rate"] = -1
      d.run["duration"] = "1d"
      d.components.push(
        { id: "lost", type: "sink" },
        { id: "q", type: "sink" },
        { id: "odd", type: "statn" },
        { id: "a", type: "load-balancer" },
        { id: "b", type: "load-balancer" },
      )
      d.links.push({ from: "a", to: "b" }, { from: "b", to: "a" }, { from: "in", to: "nowhere" })
      Object.assign(d, { faults: [{ type: "crash", component: "gone", at: "1m", for: "1m" }] })
    })
    for (const path of [
      "workload.rate",
      "run",
      "components[3]",
      "components[4].id",
      "components[5].type",
      "components[6]",
      "links[4].to",
      "faults[0].component",
    ])
      expect(paths).toContain(path)
  })
  it("doesn’t blame a component for a link that is misspelt", () => {
    expect(pathsAfter((d) => void d.links.splice(1, 1, { from: "q", to: "outt" }))).toEqual(["links[1].to"])
    expect(pathsAfter((d) => void (d.components[1] = { id: "q", type: "statn" }))).toEqual([
      "components[1].type",
    ])
  })
  it.each([0, -1, Number.NaN, 1e308, Number.POSITIVE_INFINITY, "many", null, [], {}, true])(
    "refuses a rate of %s",
    (rate) => {
      expect(pathsAfter((d) => (d.workload["rate"] = rate))).toEqual(["workload.rate"])
    },
  )
  it.each([
    [
      "an unknown type",
      (d: ReturnType<typeof base>) => (d.components[1] = { id: "q", type: "staton" }),
      "components[1].type",
    ],
    [
      "two of one name",
      (d: ReturnType<typeof base>) => (d.components[2] = { id: "q", type: "sink" }),
      "components[2].id",
    ],
    [
      "a sink nothing reaches",
      (d: ReturnType<typeof base>) => d.components.push({ id: "o", type: "sink" }),
      "components[3]",
    ],
    ["a station that leads nowhere", (d: ReturnType<typeof base>) => d.links.pop(), "components[1]"],
    [
      "10,000 components",
      (d: ReturnType<typeof base>) =>
        (d.components = Array.from({ length: 10_000 }, (_, i) => ({ id: `s${i}`, type: "sink" }))),
      "components",
    ],
    ["no end to the run", (d: ReturnType<typeof base>) => (d.run = { warmup: 1 }), "run"],
    [
      "two ends to the run",
      (d: ReturnType<typeof base>) => (d.run = { customers: 1, duration: "1d" }),
      "run",
    ],
    ["another format", (d: ReturnType<typeof base>) => (d.format = "backfill-design/9"), "format"],
  ])("refuses %s", (_name, change, path) => {
    const paths = pathsAfter((d) => void change(d))
    expect(paths).toContain(path)
  })
  it("refuses a circle without a queue, and takes one with", () => {
    const circle = (type: string) =>
      pathsAfter((d) => {
        d.components.push(
          { id: "a", type: "fork" },
          type === "fork"
            ? { id: "b", type }
            : { id: "b", type, service: { distribution: "exponential", mean: 1 } },
        )
        d.links = [
          { from: "in", to: "a" },
          { from: "a", to: "b" },
          { from: "b", to: "a" },
          { from: "b", to: "q" },
          { from: "q", to: "out" },
        ]
      })
    expect(circle("fork")).toEqual(["components[3]"])
    expect(circle("station")).toEqual([])
  })
  it.each([null, 3, "design", [], {}])("refuses %o without falling over", (value) => {
    expect(readDesign(value).problems.length).toBeGreaterThan(0)
  })
  it("isn’t taken in by names that objects have of their own", () => {
    for (const id of ["__proto__", "constructor", "toString"]) {
      const document = base()
      document.components[1] = { ...document.components[1], id, type: id }
      expect(readDesign(document).design).toBeNull()
    }
  })
})

describe("the JSON Schema", () => {
  it("comes out of the same schema, and knows every type with its parameters", () => {
    const text = JSON.stringify(designJsonSchema())
    for (const [type, { parameters }] of Object.entries(COMPONENTS)) {
      expect(text).toContain(`"const":"${type}"`)
      for (const key of Object.keys(parameters)) expect(text).toContain(`"${key}":`)
    }
    expect(designJsonSchema()).toMatchObject({
      type: "object",
      additionalProperties: false,
      required: ["format", "components", "links"],
    })
  })
  it("gives every default a source and a date, or the parameter is optional or plain", () => {
    for (const [type, { parameters }] of Object.entries(COMPONENTS))
      for (const [key, schema] of Object.entries(parameters)) {
        expect(schema.about.length, `${type}.${key}`).toBeGreaterThan(5)
        if (schema.origin !== undefined) expect(schema.origin.date, `${type}.${key}`).toMatch(/^\d{4}-\d{2}$/)
      }
  })
})
