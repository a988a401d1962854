import { describe, expect, it } from "vitest"
import { sentencesIn } from "./sentences.ts"

const split = (text: string) => sentencesIn(text).map(({ start, end }) => text.slice(start, end))

describe("sentences", () => {
  it.each([
    ["It broke. I looked.", ["It broke.", "I looked."]],
    ["I was paged at 2 a.m. and looked.", ["I was paged at 2 a.m. and looked."]],
    ["It was e.g. Spark. Then dbt. dbt ran.", ["It was e.g. Spark.", "Then dbt.", "dbt ran."]],
    ["It cost 3.5 million. “Why?” she asked.", ["It cost 3.5 million.", "“Why?”", "she asked."]],
    ["so... we waited. Then it ran", ["so... we waited.", "Then it ran"]],
    ["One\n\nTwo", ["One", "Two"]],
    ["It was me and I. They left.", ["It was me and I.", "They left."]],
    ["", []],
    ["...", []],
  ])("%j", (text, wanted) => expect(split(text)).toEqual(wanted))
})
