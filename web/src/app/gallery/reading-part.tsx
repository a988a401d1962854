import { FootKeys, Kbd, Markdown, Section } from "../../ui/index.ts"

const text = `
At **senior**, expect a *frame that others use*, not one good check. Listen for the run that was \`replayed\` and for who was told.

### What helps

- The cost of a miss comes before the check
- Late rows are kept apart from bad ones
  1. a bucket of their own
  2. counted once it closes

> Which check did you leave out on purpose?

\`\`\`
select day, count(*) from calls group by day
\`\`\`

See [how anchors are written](https://example.org/anchors); <b>tags</b> stay as they were typed.
`

export function ReadingPart() {
  return (
    <Section title="Read">
      <div className="grid gap-x-12 gap-y-8 md:grid-cols-[3fr_2fr]">
        <Markdown text={text} />
        <div className="grid content-start gap-6">
          <Markdown
            look="ui"
            text={"The same in the interface’s sans, for **notes** and second columns.\n\n1. one\n2. two"}
          />
          <p className="flex flex-wrap items-center gap-3">
            <Kbd keys="g o" /> <Kbd keys="mod+k" /> <Kbd keys="shift+3" /> <Kbd keys="escape" />
          </p>
          <FootKeys
            keys={[
              { keys: "j k", label: "next dot" },
              { keys: "t", label: "as a table" },
              { keys: "?", label: "all keys" },
            ]}
          />
        </div>
      </div>
    </Section>
  )
}
