import type { Exercise } from "../schema.ts"
import type { Block } from "./blocks.ts"
import { inlineOf, markdownBlocks } from "./markdown.ts"

/** What only the panel of an exercise knows, its guide first: a script, facts and menu, a drill's truth, a supplied draft. */
export function panelParts(exercise: Exercise): Block[] {
  const { panelGuide, simulation, design, drill, coding } = exercise
  return [
    ...(panelGuide ? markdownBlocks(panelGuide, 3) : []),
    ...(simulation ? simulationBlocks(simulation) : []),
    ...(design ? designBlocks(design) : []),
    ...(drill ? drillBlocks(drill) : []),
    ...(coding?.suppliedDraft
      ? [label("Draft to hand over where there is no assistant"), code(coding.suppliedDraft)]
      : []),
  ]
}

function label(text: string): Block {
  return { kind: "label", text }
}

function code(text: string): Block {
  const fenced = /^\s*(```|~~~)/.test(text)
  return fenced ? (markdownBlocks(text)[0] ?? { kind: "code", text }) : { kind: "code", text }
}

function list(items: readonly string[], ordered = false): Block {
  return { kind: "list", ordered, items: items.map((item) => markdownBlocks(item)) }
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): Block {
  return { kind: "table", head: head.map(inlineOf), rows: rows.map((row) => row.map(inlineOf)) }
}

function simulationBlocks(simulation: NonNullable<Exercise["simulation"]>): Block[] {
  const { roles, motivation, facts, constraints, tensions, mustNots, forms } = simulation
  return [
    label("You play"),
    ...markdownBlocks(roles.interviewer),
    label("The candidate is"),
    ...markdownBlocks(roles.candidate),
    label("What drives you"),
    ...markdownBlocks(motivation),
    label("Facts, each only when asked for"),
    table(
      ["Topic", "What you answer"],
      facts.map(({ topic, fact }) => [topic.replaceAll("-", " "), oneLine(fact)]),
    ),
    label("What can’t be changed"),
    list(constraints),
    label("Tensions to bring in"),
    table(
      ["When", "What you say or show"],
      tensions.map(({ moment, text }) => [moment, oneLine(text)]),
    ),
    label("What you never do"),
    list(mustNots),
    label("Forms"),
    table(
      ["Form", "Minutes", "Task", "What decides"],
      [
        [
          "Discovery talk",
          String(forms.discovery.minutes),
          oneLine(forms.discovery.task),
          oneLine(forms.discovery.decidedBy),
        ],
        ...(forms.handsOn
          ? [
              [
                "Hands-on",
                String(forms.handsOn.minutes),
                oneLine(forms.handsOn.task),
                oneLine(forms.handsOn.decidedBy),
              ],
            ]
          : []),
      ],
    ),
  ]
}

function designBlocks(design: NonNullable<Exercise["design"]>): Block[] {
  const { clarifying, estimate, deepDives, rubric, referenceDesign } = design
  return [
    label("Questions worth asking, and the facts that answer them"),
    table(
      ["If they ask", "You answer"],
      clarifying.map(({ question, fact }) => [question, oneLine(fact)]),
    ),
    label("Expected estimate"),
    ...markdownBlocks(estimate, 3),
    label("Deep dives to choose from"),
    ...deepDives.flatMap(({ title, ask, listenFor }): Block[] => [
      {
        kind: "paragraph",
        inline: [{ kind: "strong", children: inlineOf(`${title}. `) }, ...inlineOf(oneLine(ask))],
      },
      {
        kind: "paragraph",
        inline: [{ kind: "emphasis", children: inlineOf("Listen for: ") }, ...inlineOf(oneLine(listenFor))],
      },
    ]),
    label("Rubric by part"),
    table(
      ["Part", "Minutes", "Strong", "Weak"],
      rubric.map(({ part, minutes, strong, weak }) => [
        part.replace("-", " "),
        String(minutes),
        oneLine(strong),
        oneLine(weak),
      ]),
    ),
    label("One good design"),
    ...markdownBlocks(referenceDesign, 3),
  ]
}

function drillBlocks(drill: NonNullable<Exercise["drill"]>): Block[] {
  const { briefing, stakeholders, answers, events, runbook } = drill
  return [
    label("What is really wrong"),
    ...markdownBlocks(briefing, 3),
    label("Who is affected"),
    table(
      ["Who", "What they need"],
      stakeholders.map(({ who, needs }) => [who, oneLine(needs)]),
    ),
    ...(answers.length > 0
      ? [
          label("Answers"),
          table(
            ["If they look at or ask", "They find", "Minutes"],
            answers.map(({ asked, answer, minutes }) => [asked, oneLine(answer), String(minutes)]),
          ),
        ]
      : []),
    ...(events.length > 0
      ? [
          label("What happens by itself"),
          table(
            ["Minute", "Event"],
            events.map(({ minute, text }) => [String(minute), oneLine(text)]),
          ),
        ]
      : []),
    label("Expected runbook"),
    list(runbook, true),
  ]
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ")
}
