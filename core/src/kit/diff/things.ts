import type { Kit } from "../schema.ts"

/** One thing of a kit that has an id of its own, for comparing it with its older self. */
export interface Thing {
  /** What it is called in a sentence, e.g. question. */
  noun: string
  id: string
  title: string
  data: Record<string, unknown>
}

/** Everything of a kit that can be added, removed or changed, in the order a reader would ask about it. */
export function thingsOf(kit: Kit): Thing[] {
  const { format: _format, id, version: _version, title, role, language, licence } = kit
  const of = <T extends { id: string; title?: string }>(noun: string, list: readonly T[]): Thing[] =>
    list.map((one) => ({ noun, id: one.id, title: one.title ?? one.id, data: { ...one } }))
  return [
    { noun: "kit", id: "", title, data: { id, title, role, language, licence } },
    ...of("discipline", kit.disciplines),
    ...of("competency", kit.competencies),
    ...of("question", kit.questions),
    ...of("exercise", kit.exercises),
    ...of("résumé criterion", kit.resumeCriteria),
    { noun: "form", id: "", title: "the form", data: { ...kit.form, fields: undefined } },
    ...kit.form.fields.map((field) => ({
      noun: "field",
      id: field.id,
      title: field.label,
      data: { ...field },
    })),
    ...of("round", kit.rounds),
    ...of("stage", kit.stages),
    ...Object.entries(kit.guides).map(([name, text]) => ({
      noun: "guide",
      id: name,
      title: name,
      data: { text },
    })),
  ]
}

/**
 * Keys whose change makes ratings before and after it another measurement: what is asked, and what it is held against.
 * Of a competency that is its meaning; weights concern the composite alone.
 */
export const MEASURING: Record<string, readonly string[]> = {
  competency: ["definition", "levels"],
  question: ["question", "probes", "competency", "expectations", "indicators", "anchors"],
  exercise: [
    "type",
    "brief",
    "competencies",
    "minutes",
    "aiUse",
    "indicators",
    "anchors",
    "simulation",
    "design",
    "drill",
    "coding",
  ],
  "résumé criterion": ["looksFor", "evidence", "anchors"],
}
