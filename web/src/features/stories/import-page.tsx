import { countWords } from "@backfill/coach"
import type { StoryDraft } from "@backfill/contract"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Checkbox, FieldError, FileDrop, Link, PageHeader, Section } from "../../ui/index.ts"
import { draftOf } from "./queries.ts"
import { readStories } from "./story-file.ts"
import { titleOf } from "./story-mark.tsx"

type Found = StoryDraft & { id: string; taken: boolean }

/** Stories from files: read on this device, shown, and added only then. */
export function ImportPage() {
  const navigate = useNavigate()
  const [found, setFound] = useState<Found[]>([])
  const [faults, setFaults] = useState<string[]>([])
  const add = useAct(
    (stories: StoryDraft[], key) => client.stories.create({ body: { stories }, key }),
    () => navigate({ to: "/stories" }),
  )
  const read = async (files: File[]) => {
    const all: Found[] = []
    const wrong: string[] = []
    for (const file of files) {
      const result = readStories(new Uint8Array(await file.arrayBuffer()), file.name)
      if ("fault" in result) wrong.push(result.fault)
      else all.push(...result.stories.map((story) => ({ ...story, id: crypto.randomUUID(), taken: true })))
    }
    setFaults(wrong)
    setFound((before) => [...before, ...all])
  }
  const taken = found.filter((story) => story.taken)
  return (
    <>
      <PageHeader
        over={<Link to="/stories">Stories</Link>}
        title="Bring stories from a file"
        under="Markdown or plain text. Each heading begins a story; a file without headings is one."
      />
      <div className="grid max-w-[46rem] gap-8">
        <FileDrop
          multiple
          label="Your files"
          accept=".md,.markdown,.txt,text/markdown,text/plain"
          maxBytes={1_000_000}
          files={[]}
          onFiles={(files) => void read(files)}
          onRemove={() => setFaults([])}
        />
        {faults.length > 0 && (
          <div className="-mt-4 grid gap-1">
            {faults.map((fault) => (
              <FieldError key={fault}>{fault}</FieldError>
            ))}
          </div>
        )}
        {found.length > 0 && (
          <Section
            title={found.length === 1 ? "One story found" : `${found.length} stories found`}
            note="nothing is saved yet"
          >
            <ul>
              {found.map((story) => (
                <li key={story.id} className="border-b border-rule py-2">
                  <Checkbox
                    label={<span className="read [overflow-wrap:anywhere]">{titleOf(story)}</span>}
                    help={`${wordsOf(story.text)}: ${story.text.slice(0, 140)}${story.text.length > 140 ? "…" : ""}`}
                    checked={story.taken}
                    onChange={(event) =>
                      setFound(
                        found.map((each) =>
                          each.id === story.id ? { ...each, taken: event.target.checked } : each,
                        ),
                      )
                    }
                  />
                </li>
              ))}
            </ul>
            <div className="mt-5">
              <Button
                variant="primary"
                pending={add.pending}
                why={
                  taken.length === 0
                    ? "Tick at least one"
                    : taken.length > 50
                      ? "Up to 50 at once"
                      : undefined
                }
                onClick={() => void add.run(taken.map(draftOf))}
              >
                {taken.length === 1 ? "Add one story" : `Add ${taken.length} stories`}
              </Button>
            </div>
            {add.failure && <FieldError>{add.failure}</FieldError>}
          </Section>
        )}
      </div>
    </>
  )
}

function wordsOf(text: string): string {
  const words = countWords(text)
  return words === 1 ? "1 word" : `${words} words`
}
