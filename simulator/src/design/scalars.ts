import { nearest } from "@backfill/core"
import { quoted, report, type Schema } from "./schema.ts"

interface Range {
  about: string
  min: number
  max: number
  unit?: string
}

/** A number within limits, both included. */
export function number({ about, min, max, unit = "" }: Range): Schema<number> {
  return {
    about,
    facts: `${min} to ${max}${unit === "" ? "" : ` ${unit}`}`,
    read(value, path, into) {
      if (typeof value !== "number")
        return report(into, path, `This should be a number, but is ${quoted(value)}.`)
      if (!(value >= min && value <= max))
        return report(into, path, `This should be between ${min} and ${max}, but is ${value}.`)
      return value
    },
    json: () => ({ type: "number", minimum: min, maximum: max, description: about }),
  }
}

/** A whole number within limits. */
export function whole(range: Range): Schema<number> {
  const any = number(range)
  return {
    ...any,
    facts: `whole, ${any.facts}`,
    read(value, path, into) {
      const read = any.read(value, path, into)
      if (read !== undefined && !Number.isInteger(read))
        return report(into, path, `This should be a whole number, but is ${read}.`)
      return read
    },
    json: () => ({ ...any.json(), type: "integer" }),
  }
}

/** A part of a whole, from 0 to 1. */
export const share = (about: string): Schema<number> => number({ about, min: 0, max: 1 })

/** Seconds in each unit that a duration may have. */
const UNITS: Record<string, number> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  min: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
}
const DURATION = /^\s*(\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*(ns|us|µs|ms|s|min|m|h|d|w)\s*$/i
/** Ten years: longer than any run. */
const LONGEST = 315_360_000
const SHORTEST = 1e-9

/** A length of time, as text with its unit ("250ms", "1.5h") or as a number of seconds; read as seconds. */
export function duration(about: string, { zero = false } = {}): Schema<number> {
  const example = `such as "250ms", "5s" or "1h"`
  return {
    about,
    facts: `duration, ${zero ? "0" : "1ns"} to 10 years`,
    read(value, path, into) {
      const parts = typeof value === "string" ? DURATION.exec(value) : null
      const seconds =
        typeof value === "number"
          ? value
          : parts === null
            ? Number.NaN
            : Number(parts[1]) * (UNITS[String(parts[2]).toLowerCase()] ?? Number.NaN)
      if (typeof value !== "number" && parts === null)
        return report(into, path, `This should be a duration ${example}, but is ${quoted(value)}.`)
      if ((zero && seconds === 0) || (seconds >= SHORTEST && seconds <= LONGEST)) return seconds
      return report(
        into,
        path,
        `This should be between ${zero ? "0" : "1ns"} and 10 years, but is ${quoted(value)}.`,
      )
    },
    json: () => ({
      description: about,
      anyOf: [
        {
          type: "string",
          pattern: "^\\s*\\d+(\\.\\d+)?([eE][+-]?\\d+)?\\s*(ns|us|µs|ms|s|min|m|h|d|w)\\s*$",
        },
        { type: "number", [zero ? "minimum" : "exclusiveMinimum"]: 0, maximum: LONGEST },
      ],
    }),
  }
}

/** One of a few words. */
export function choice<const T extends string>(about: string, words: readonly T[]): Schema<T> {
  return {
    about,
    facts: words.join(", "),
    read(value, path, into) {
      const found = words.find((word) => word === value)
      if (found !== undefined) return found
      const meant = typeof value === "string" ? nearest(value, words) : undefined
      const hint = meant === undefined ? `Use one of ${words.join(", ")}.` : `Did you mean "${meant}"?`
      return report(into, path, `This can’t be ${quoted(value)}. ${hint}`)
    },
    json: () => ({ enum: words, description: about }),
  }
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/

/** A short name without spaces. */
export function name(about: string): Schema<string> {
  return {
    about,
    facts: "letters, digits, dot, dash and underscore, 1 to 64",
    read(value, path, into) {
      if (typeof value === "string" && NAME.test(value)) return value
      return report(
        into,
        path,
        `This should be a name of 1 to 64 letters, digits, dots, dashes and underscores, but is ${quoted(value)}.`,
      )
    },
    json: () => ({ type: "string", pattern: NAME.source, description: about }),
  }
}

/** Free text of at most `most` characters. */
export function text(about: string, most = 500): Schema<string> {
  return {
    about,
    facts: `text, at most ${most} characters`,
    read(value, path, into) {
      if (typeof value === "string" && value.length <= most) return value
      return report(into, path, `This should be text of at most ${most} characters, but is ${quoted(value)}.`)
    },
    json: () => ({ type: "string", maxLength: most, description: about }),
  }
}

export function flag(about: string): Schema<boolean> {
  return {
    about,
    facts: "true or false",
    read: (value, path, into) =>
      typeof value === "boolean"
        ? value
        : report(into, path, `This should be true or false, but is ${quoted(value)}.`),
    json: () => ({ type: "boolean", description: about }),
  }
}
