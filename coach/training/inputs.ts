import type { FindingId } from "../src/findings/ids.ts"
import { PARTS } from "../src/parts/part.ts"

/** Which signals a finding is weighed by. `firm` ones may weigh much; `loose` ones only together. */
export interface Inputs {
  firm: string[]
  loose: string[]
}
const across = (parts: string, names: string) =>
  parts.split(" ").flatMap((part) => names.split(" ").map((name) => `${part} ${name}`))
const clauses = (part: string, names: string) => names.split(" ").map((name) => `clause ${part} ${name}`)
const ALL = PARTS.join(" ")
const OUTCOME =
  "fall rise recover better business stakeholder role contrast lack number clock money duration change"

/** The findings that are weighed; length is counted instead. */
export const INPUTS: Record<Exclude<FindingId, "too-long" | "too-short">, Inputs> = {
  "long-situation": {
    firm: ["before", "before sure", "before over", "before sure over", "situation share"],
    loose: ["task share", "other share", "words"],
  },
  "no-constraint": {
    firm: [
      "task absent",
      "task absent likely",
      "task most",
      "task sum",
      "task any",
      "task share",
      ...clauses("task", "most sum absent"),
      "clause task absent likely",
    ],
    loose: [
      ...across(
        "situation task action other",
        "own constraint problem ask lack number duration money present stake when",
      ),
      "own",
      "ours",
      "situation share",
      "tools",
      "words",
    ],
  },
  "no-result": {
    firm: [
      "result absent",
      "result absent likely",
      "result most",
      "result sum",
      "result any",
      "result share",
      "late result",
      "result last",
      "end is result",
      ...clauses("result", "most sum absent share late"),
      "clause result absent likely",
      "clause result number",
      "clause result told of others",
      "clause ended",
      "clause ended counted",
    ],
    loose: [
      ...clauses("result", OUTCOME),
      "clause changes",
      "clause meant only",
      ...across(
        "result action other",
        "number fall recover business linkResult change stakeholder contrast role",
      ),
      "hardening sum",
      "words",
    ],
  },
  "technical-result-only": {
    firm: [
      "people in result",
      "business in result",
      "only technical",
      "result absent likely",
      "result any",
      "result sum",
      "result business",
      "result stakeholder",
      "result technical",
      "result money",
      "result recover",
    ],
    loose: [
      ...across(
        "result",
        "number change fall rise duration tool fail peer build feeling lack durable tell present own reason role contrast",
      ),
      ...across("other action", "tool technical business stakeholder"),
      "tools",
      "explaining",
      "somebody",
      "result words",
      "hardening sum",
      "own",
    ],
  },
  unquantified: {
    firm: [
      "result number",
      "result numbers",
      "result change",
      "result money",
      "result any",
      "hardening any",
      "hardening sum",
      "result duration",
    ],
    loose: [
      ...clauses("result", "number money duration change"),
      "clause hardening sum",
      "clause changes",
      "clause ended counted",
      ...across(
        "result hardening action other",
        "number money duration lack recover durable recurrence fall business",
      ),
      "result words",
      "result most",
      "late hardening",
      "durable since",
    ],
  },
  "no-hardening": {
    firm: [
      "hardening absent",
      "hardening absent likely",
      "hardening most",
      "hardening sum",
      "hardening any",
      "late hardening",
    ],
    loose: [
      ...clauses("hardening", "most sum absent late"),
      "clause hardening absent likely",
      ...across("result action other hardening", "durable recurrence prevent present build rule"),
      "durable since",
      "end is result",
      "words",
    ],
  },
  "blames-others": {
    firm: [
      "scolding",
      "talk of them",
      "hard talk of them",
      "habit of theirs",
      "their share",
      "harsh",
      "excuse",
      "hard words",
      "blaming",
      "blaming them",
      "others at the end",
      "theirs",
    ],
    loose: [
      ...across(ALL, "blame harsh habit excuse outside lack peer feeling learn present"),
      "hardening sum",
      "hardening any",
      "own share",
      "own",
      "other share",
      "result any",
      "action share",
      "durable since",
      "told somebody",
    ],
  },
  "vague-we": {
    firm: [
      "own share",
      "own doing",
      "own sentences",
      "team sentences",
      "own in action share",
      "ours in action",
      "own in action",
      "team doing",
      "own doing count",
    ],
    loose: ["ours", "own", "words", "action share", "task own"],
  },
  "tool-heavy": {
    firm: [
      "tools",
      "distinct tools",
      "tool sentences",
      "tool words",
      "tool explaining",
      "most tools",
      "explaining",
    ],
    loose: [
      ...across("action other", "tool technical decide tell reason stakeholder present"),
      "action share",
      "other share",
      "words",
      "somebody",
    ],
  },
  "no-stakeholders": {
    firm: ["told somebody", "told", "somebody"],
    loose: [
      ...across("action result other task hardening", "stakeholder tell coordinate peer outside role"),
      "own",
      "words",
      "theirs",
      "tools",
    ],
  },
  "one-sided-tradeoff": {
    firm: [
      "options",
      "numbers side by side",
      "two numbers side by side",
      "three numbers side by side",
      "numbers in one sentence",
      "action number",
      "action numbers",
      "action money",
      "task number",
      "task numbers",
    ],
    loose: [
      "numbers before result",
      ...across(
        "situation task action other result",
        "number numbers money duration compare decide change investigate",
      ),
      "words",
    ],
  },
}
