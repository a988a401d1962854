import { type KitSummary, Level } from "@backfill/contract"
import { LEVELS } from "@backfill/core"
import { useQuery } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { type FormEvent, useState } from "react"
import { client } from "../../app/client.ts"
import { ProblemState } from "../../app/index.ts"
import { useAct } from "../../app/use-act.ts"
import {
  Button,
  EmptyState,
  Field,
  FieldError,
  Link,
  Loading,
  PageHeader,
  RadioGroup,
  TextArea,
  TextInput,
} from "../../ui/index.ts"

type NewOpening = { kitId: string; level: Level; title: string; location: string; description: string }

/** Opens a role from a kit, which is pinned as it is at this moment. */
export function NewOpeningPage() {
  const kits = useQuery({ queryKey: ["kits", "list"], queryFn: ({ signal }) => client.kits.list({ signal }) })
  const usable = kits.data?.items.filter((kit) => kit.errors === 0)
  return (
    <>
      <PageHeader
        over={<Link to="/openings">Openings</Link>}
        title="Open a role"
        under="It starts as a draft: nobody outside sees it until you publish it."
      />
      {kits.error ? (
        <ProblemState error={kits.error} retry={() => void kits.refetch()} />
      ) : usable === undefined ? (
        <Loading label="Loading the kits" />
      ) : usable.length > 0 ? (
        <OpeningForm kits={usable} />
      ) : (
        <EmptyState
          title="There is no kit to start from"
          action={<Link to="/kits">See what is wrong with the kits</Link>}
        >
          <p>Every kit this server knows has errors. Mend one, and it can be used at once.</p>
        </EmptyState>
      )}
    </>
  )
}

function OpeningForm({ kits }: { kits: KitSummary[] }) {
  const navigate = useNavigate()
  const [draft, setDraft] = useState<NewOpening>(() => ({
    kitId: kits[0]?.id ?? "",
    level: "senior",
    title: "",
    location: "",
    description: "",
  }))
  const [tried, setTried] = useState(false)
  const create = useAct(
    (body: NewOpening, key) => client.openings.create({ body, key }),
    (opening) =>
      navigate({
        to: "/openings/$openingId",
        params: { openingId: opening.id },
        search: { tab: "plan" } as never,
      }),
  )
  const set = (part: Partial<NewOpening>) => setDraft({ ...draft, ...part })
  const missing = {
    title: draft.title.trim() === "" ? "Say what the role is called." : undefined,
    description:
      draft.description.trim() === "" ? "Say what the work is; applicants read it first." : undefined,
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!missing.title && !missing.description) void create.run(draft)
  }
  const role = kits.find((kit) => kit.id === draft.kitId)?.role
  return (
    <form noValidate onSubmit={send} className="grid max-w-measure gap-6">
      <RadioGroup
        legend="Kit"
        help="Its stages, questions and weights become the plan. Later changes to the kit don’t reach this opening."
        value={draft.kitId}
        onChange={(kitId) => set({ kitId })}
        options={kits.map((kit) => ({
          value: kit.id,
          label: `${kit.title} ${kit.version}`,
          detail: `${kit.questions} questions, ${kit.exercises} exercises${kit.warnings > 0 ? `, ${kit.warnings} things to look at` : ""}`,
        }))}
      />
      <RadioGroup
        inline
        legend="Level"
        help="Every expectation and anchor is read at this level."
        value={draft.level}
        onChange={(level) => set({ level })}
        options={LEVELS.map((level) => ({ value: level, label: level }))}
      />
      <Field label="Title" error={tried ? missing.title : undefined}>
        <TextInput
          maxLength={200}
          placeholder={role ? `For example: ${role}, payments` : undefined}
          value={draft.title}
          onChange={(event) => set({ title: event.target.value })}
        />
      </Field>
      <Field label="Where" optional help="A place, “remote”, or both.">
        <TextInput
          maxLength={200}
          value={draft.location}
          onChange={(event) => set({ location: event.target.value })}
        />
      </Field>
      <Field
        label="Public description"
        help="Paragraphs, lists and links in Markdown. You can change it until the role is closed."
        error={tried ? missing.description : undefined}
      >
        <TextArea
          prose
          rows={8}
          maxLength={20_000}
          value={draft.description}
          onChange={(event) => set({ description: event.target.value })}
        />
      </Field>
      {create.failure && <FieldError>{create.failure}</FieldError>}
      <Button type="submit" variant="primary" className="justify-self-start" pending={create.pending}>
        Open as a draft
      </Button>
    </form>
  )
}
