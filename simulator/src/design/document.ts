import { COMPONENTS } from "../components/all.ts"
import { type Fields, list, object, variants } from "./compound.ts"
import { fault, objective, run } from "./faults.ts"
import { choice, flag, name, share, text } from "./scalars.ts"
import { optional, type Read } from "./schema.ts"
import { workload } from "./workload.ts"

const id = name("Its name in this design.")

type Table = { [K in keyof typeof COMPONENTS]: { id: typeof id } & (typeof COMPONENTS)[K]["parameters"] }

const components = Object.fromEntries(
  Object.entries(COMPONENTS).map(([type, { parameters }]) => [type, { id, ...(parameters as Fields) }]),
) as Table

/** More components than this are refused: nobody could read such a drawing. */
const MOST_COMPONENTS = 500

/** A design: the one schema that reads it, types it and documents it. */
export const design = object("A data system, what comes into it, and how long to watch it.", {
  format: choice("Which format this is.", ["backfill-design/1"]),
  title: optional(text("What this design is called."), null),
  notes: optional(text("Anything worth saying about it.", 10_000), null),
  workload: optional(workload, null),
  components: list("The parts.", variants("A part.", "type", components), { min: 1, max: MOST_COMPONENTS }),
  links: list(
    "Where records go.",
    object("A way from one part to another.", {
      from: name("Where it begins."),
      to: name("Where it leads."),
      share: optional(share("Share of records that take it, where each takes one of several."), null),
    }),
    { max: 4 * MOST_COMPONENTS },
  ),
  faults: optional(list("What goes wrong, and when.", fault, { max: 200 }), []),
  objectives: optional(list("What has been promised.", object("A promise.", objective), { max: 50 }), []),
  growth: optional(flag("Whether to run it at twice and ten times the rate too."), true),
  run: optional(object("How long to watch.", run), { customers: 100_000, warmup: 10_000, duration: null }),
})

export type Design = Read<typeof design>
export type DesignComponent = Design["components"][number]
export type Fault = Design["faults"][number]
