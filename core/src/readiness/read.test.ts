import { expect, test } from "vitest"
import { readReadiness } from "./read.ts"
import { setUpSql } from "./set-up-sql.ts"

const list = (id: string, place: number, items: string) => ({
  path: `${id}.yaml`,
  text: `id: ${id}\nplace: ${place}\ntitle: T\nsummary: S\ngroups:\n  - id: ${id}-group\n    title: G\n    items: ${items}\n`,
})
const exercise = (id: string, rest = "") => ({
  path: `exercises/${id}.yaml`,
  text: `id: ${id}\ntitle: T\nminutes: 5\nread: R\ntask: T\nanswer:\n  text: A\n${rest}`,
})

test("lists come by their place, with their exercises", () => {
  const read = readReadiness([
    list("later", 2, "[{ id: b, text: B }]"),
    list("first", 1, "[{ id: a, text: A, exercise: one }]"),
    exercise("one"),
  ])
  expect(read.problems).toEqual([])
  expect(read.checklists.map(({ id }) => id)).toEqual(["first", "later"])
  expect(read.exercises.map(({ id }) => id)).toEqual(["one"])
})

test("everything wrong is said at once, each with its place", () => {
  const { problems } = readReadiness([
    list("first", 1, "[{ id: a, text: A, exercise: gone }, { id: a, text: again }]"),
    list("second", 2, "[]"),
    { path: "third.yaml", text: "id: [" },
    exercise("lonely"),
    exercise("unproved", "  sql: SELECT 1\n"),
    exercise("ragged", "tables: [{ name: t, columns: [{ name: a, type: int }], rows: [[1, 2]] }]\n"),
  ])
  const said = problems.join("\n")
  for (const part of [
    "second.yaml: groups.0.items",
    "third.yaml: ",
    "exercises/unproved.yaml: ",
    "exercises/ragged.yaml: ",
    "a is there twice.",
    "There is no exercise gone.",
    "No item leads to the exercise lonely.",
  ])
    expect(said).toContain(part)
})

test("tables become statements, with quotes doubled and missing values as NULL", () => {
  const columns = [
    { name: "id", type: "int" as const },
    { name: "city", type: "text" as const },
  ]
  expect(
    setUpSql([
      {
        name: "t",
        columns,
        rows: [
          [1, "L'Aquila"],
          [2, null],
        ],
      },
    ]),
  ).toBe(
    "CREATE TABLE t (\n  id int,\n  city text\n);\nINSERT INTO t VALUES\n  (1, 'L''Aquila'),\n  (2, NULL);",
  )
})
