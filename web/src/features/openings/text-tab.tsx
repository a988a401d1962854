import type { Opening } from "@backfill/contract"
import type { FormEvent } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { useBeside } from "../../app/use-beside.ts"
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
import { OtherVersion } from "../../ui/other-version.tsx"
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

function useChange(
  opening: Opening,
  done: (saved: Opening) => string,
  after: (saved: Opening) => void = () => {},
) {
  const toast = useToast()
  return useAct(
    (body: Change, key) => client.openings.update({ params: { openingId: opening.id }, body, key }),
    (saved) => {
      after(saved)
      toast({ message: done(saved) })
    },
  )
}

const wordsOf = ({ title, location, description }: Opening) => ({ title, location, description })

function TextForm({ opening }: { opening: Opening }) {
  const form = useBeside(wordsOf(opening), opening.version)
  const { theirs } = form
  const { title, location, description } = form.values
  const save = useChange(
    opening,
    () => "Public text saved.",
    (saved) => form.settle(wordsOf(saved), saved.version),
  )
  const untitled = title.trim() === ""
  const empty = description.trim() === ""
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!untitled && !empty)
      void save.run({ title: title.trim(), location, description, version: form.version })
  }
  return (
    <form noValidate onSubmit={send} className="grid content-start gap-5">
      <Field label="Title" error={untitled ? "Say what the role is called." : undefined}>
        <TextInput
          maxLength={200}
          value={title}
          onChange={(event) => form.change({ title: event.target.value })}
        />
      </Field>
      <Field label="Where" optional>
        <TextInput
          maxLength={200}
          value={location}
          onChange={(event) => form.change({ location: event.target.value })}
        />
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
          onChange={(e) => form.change({ description: e.target.value })}
        />
      </Field>
      {theirs ? (
        <OtherVersion
          told="A colleague saved another text while you were writing."
          onKeep={form.keepMine}
          onTake={form.takeTheirs}
        >
          {(theirs.title !== title || theirs.location !== location) && (
            <p className="font-semibold">{[theirs.title, theirs.location].filter(Boolean).join(", ")}</p>
          )}
          <p className="read break-words whitespace-pre-wrap">{theirs.description}</p>
        </OtherVersion>
      ) : (
        save.failure && <FieldError>{save.failure}</FieldError>
      )}
      <Button
        type="submit"
        variant="primary"
        className="justify-self-start"
        pending={save.pending}
        why={theirs && "Choose one of the two versions first."}
      >
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
