import { api, describeApi, type Endpoint } from "@backfill/contract"
import { getTableColumns, getTableName, is } from "drizzle-orm"
import { getTableConfig, PgTable } from "drizzle-orm/pg-core"
import { describe, expect, it } from "vitest"
import * as schema from "../../database/schema/index.ts"

/** What tells how somebody spoke or looked, rather than what they said. */
const SPEECH =
  /pace|pause|filler|transcri|speech|spoken|speak|voice|vocal|silen|hesitat|stutter|accent|prosod|pitch|loud|words?.?per|wpm|syllab|articul|energy|emotion|sentiment|smile|gaze|face|facial|eye.?contact|gesture|confiden|fluen|disfluen/i
/** The features of the contract that people practise with; all others are, or are open to, the hiring side. */
const PRACTICE = [
  "practice",
  "readiness",
  "mocks",
  "practiceData",
  "practiceRecordings",
  "rehearsals",
  "stories",
]

const suspicious = (names: Iterable<string>): string[] => [...names].filter((name) => SPEECH.test(name))

function columnsOf(part: string): string[] {
  const tables = Object.values(schema).flatMap((one) => (is(one, PgTable) ? [one] : []))
  return tables
    .filter((table) => getTableConfig(table).schema === part)
    .flatMap((table) =>
      Object.entries(getTableColumns(table)).map(
        ([key, { name }]) => `${getTableName(table)}.${key}.${name}`,
      ),
    )
}

/** Every name of a property, parameter or choice in a description, however deep. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (value === null || typeof value !== "object") return []
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === "summary" || key === "description") return []
    if (key === "enum" || key === "const" || key === "name" || key === "operationId")
      return [inner].flat().map(String)
    return [key, ...namesIn(inner)]
  })
}
const described = (feature: string): string[] =>
  Object.values(describeApi("1").paths).flatMap((path) =>
    Object.values(path).flatMap((operation) =>
      (operation as { tags: string[] }).tags.includes(feature) ? namesIn(operation) : [],
    ),
  )

describe("hiring knows nothing of how somebody spoke", () => {
  it("in any column of its tables, or of those that everybody shares", () => {
    const columns = [...columnsOf("hiring"), ...columnsOf("platform")]
    expect(columns.length).toBeGreaterThan(250)
    expect(columns).toContain("recordings.durationMs.duration_ms")
    expect(suspicious(columns)).toEqual([])
  })

  it("in any field that its side of the API takes or answers", () => {
    const features = Object.keys(api).filter((feature) => !PRACTICE.includes(feature))
    expect(features).toContain("recordings")
    const operations = features.flatMap((feature) =>
      Object.values((api as Record<string, Record<string, Endpoint>>)[feature] ?? {}),
    )
    expect(operations.length).toBeGreaterThan(70)
    const names = features.flatMap(described)
    expect(names).toContain("durationMs")
    expect(suspicious(names)).toEqual([])
  })

  it("and would be found out", () => {
    expect(
      suspicious(["recordings.pausesMs", "wordsPerMinute", "transcript", "durationMs", "seconds"]),
    ).toHaveLength(3)
  })
})
