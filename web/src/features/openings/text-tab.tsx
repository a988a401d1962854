import type { Opening } from "@backfill/contract"
import { type FormEvent, useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import {
  Button,
  Field,
  FieldError,
  Markdown,
  Section,
  TextArea,
  TextInput,
  useToast,
} from "../../ui/index.ts"
import { CopyLink } from "../../ui/copy-link.tsx"
import { stateWords } from "./state-words.ts"

type Change = Partial<Pick<Opening, "title" | "location" | "description" | "state">> & { version: number }

/** What everyone outside reads, and whether they can apply. */
export function TextTab({ opening, manages }: { opening: Opening; manages: boolean }) {
  if (!manages) return <Markdown text={opening.description} />
  return (
    <div className="grid gap-x-16 gap-y-10 xl:grid-cols-[minmax(0,36rem)_minmax(0,1fr)]">
      <TextForm opening={opening} />
      <Publishing opening={opening} />
    </div>
  )
}

function useChange(opening: Opening, done: (saved: Opening) => string) {
  const toast = useToast()
  return useAct(
    (body: Change, key) => client.openings.update({ params: { openingId: opening.id }, body, key }),
    (saved) => toast({ message: done(saved) }),
  )
}

function TextForm({ opening }: { opening: Opening }) {
  const [title, setTitle] = useState(opening.title)
  const [location, setLocation] = useState(opening.location)
  const [description, setDescription] = useState(opening.description)
  const save = useChange(opening, () => "Public text saved.")
  const untitled = title.trim() === ""
  const empty = description.trim() === ""
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!untitled && !empty)
      void save.run({ title: title.trim(), location, description, version: opening.version })
  }
  return (
    <form noValidate onSubmit={send} className="grid content-start gap-5">
      <Field label="Title" error={untitled ? "Say what the role is called." : undefined}>
        <TextInput maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
      </Field>
      <Field label="Where" optional>
        <TextInput maxLength={200} value={location} onChange={(event) => setLocation(event.target.value)} />
      </Field>
      <Field
        label="Description"
        help="Markdown: paragraphs, lists, links."
        error={empty ? "Say what the work is; applicants read it first." : undefined}
      >
        <TextArea
          prose
          rows={12}
          maxLength={20_000}
          value={description}
          onChange={(e) => setDescription(e.target.value)}
        />
      </Field>
      {save.failure && <FieldError>{save.failure}</FieldError>}
      <Button type="submit" variant="primary" className="justify-self-start" pending={save.pending}>
        Save the text
      </Button>
    </form>
  )
}

const moves: Record<Opening["state"], { to: Opening["state"]; verb: string }> = {
  draft: { to: "open", verb: "Publish and take applications" },
  open: { to: "closed", verb: "Close to new applications" },
  closed: { to: "open", verb: "Open again" },
}

function Publishing({ opening }: { opening: Opening }) {
  const move = moves[opening.state]
  const change = useChange(opening, (saved) => `${saved.title}: ${stateWords[saved.state].means}`)
  return (
    <Section title={stateWords[opening.state].name} note={stateWords[opening.state].means}>
      <div className="grid max-w-measure justify-items-start gap-5">
        <Button
          pending={change.pending}
          onClick={() => void change.run({ state: move.to, version: opening.version })}
        >
          {move.verb}
        </Button>
        {change.failure && <FieldError>{change.failure}</FieldError>}
        {opening.state === "open" && (
          <div className="w-full">
            <CopyLink
              quiet
              label="Address to publish"
              link={`${window.location.origin}/jobs/${opening.slug}`}
            />
          </div>
        )}
      </div>
    </Section>
  )
}
