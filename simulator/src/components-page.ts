import { COMPONENTS } from "./components/all.ts"
import type { Fields } from "./design/compound.ts"

/** The page of all components and their parameters, as Markdown. */
export function componentsPage(): string {
  const parts = Object.entries(COMPONENTS).map(([type, { about, parameters, role }]) => {
    const rows = Object.entries(parameters as Fields).map(([key, { about: what, facts = "", origin }]) => {
      const from = origin === undefined ? "" : `${origin.source}, ${origin.date}`
      return `| \`${key}\` | ${cell(what)} | ${cell(facts)} | ${cell(from)} |`
    })
    const end = role === "end" ? " Records may end here." : ""
    const table = ["| parameter | | values | default from |", "| --- | --- | --- | --- |", ...rows]
    return [`## \`${type}\``, `${about}${end}`, ...(rows.length > 0 ? [table.join("\n")] : [])].join("\n\n")
  })
  return `# Components of a design

Printed from the schema; \`simulator/src/docs.test.ts\` keeps it so. Durations are text with a unit ("250ms", "1.5h") or a
number of seconds.

${parts.join("\n\n")}
`
}

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ")
