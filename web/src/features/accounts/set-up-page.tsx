import { useQuery } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { client } from "../../app/client.ts"
import { hasStatus, ProblemState } from "../../app/index.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Field, FieldError, Loading, RadioGroup, TextInput } from "../../ui/index.ts"
import { Door, SpentLink } from "./door.tsx"
import { useLinkToken } from "./link-token.ts"
import { type NewPerson, trimmed } from "./person.ts"
import { PersonFields } from "./person-fields.tsx"
import { doorQuery, useEnter } from "./session.ts"
import { usePerson } from "./use-person.ts"

type Purpose = "practise" | "hire"
const purposes = [
  {
    value: "practise" as const,
    label: "Practise by myself",
    detail: "Answer the kit’s questions, compare with its anchors, keep your tries. Nobody else is needed.",
  },
  {
    value: "hire" as const,
    label: "Hire with a team",
    detail: "Open roles, invite the people who interview, and decide on evidence. You can still practise.",
  },
]

/** The first page of a new installation, opened with the link that the server printed. */
export function SetUpPage() {
  const token = useLinkToken()
  const door = useQuery(doorQuery)
  if (door.error)
    return (
      <Door title="Set up Backfill">
        <ProblemState error={door.error} retry={() => void door.refetch()} />
      </Door>
    )
  if (!door.data)
    return (
      <Door title="Set up Backfill">
        <Loading label="Looking whether this is set up already" />
      </Door>
    )
  if (!door.data.setUpNeeded)
    return <SpentLink what="Backfill is set up already" next="Sign in, or ask the owner for an invitation." />
  if (!token)
    return (
      <SpentLink
        what="The address is missing its key"
        next="Open the whole set-up link that the server printed when it started. Start the server again for a new one."
      />
    )
  return <SetUpForm token={token} />
}

function SetUpForm({ token }: { token: string }) {
  const enter = useEnter()
  const [purpose, setPurpose] = useState<Purpose>()
  const [organisation, setOrganisation] = useState("")
  const [nameless, setNameless] = useState(false)
  const { person, setPerson, shown, check } = usePerson()
  const setUp = useAct(
    (body: NewPerson & { purpose: Purpose; organisation?: string }, key) =>
      client.accounts.setUp({ body: { token, ...body }, key }),
    (_, { purpose: chosen }) => enter(chosen === "hire" ? "/openings" : "/"),
  )
  if (hasStatus(setUp.error, 410))
    return (
      <SpentLink
        what="This set-up link was used or replaced"
        next="Start the server again: it prints a new link for as long as there is no owner."
      />
    )
  const send = (event: FormEvent) => {
    event.preventDefault()
    const unnamed = purpose === "hire" && organisation.trim() === ""
    setNameless(unnamed)
    if (!check() || unnamed || !purpose) return
    const named = purpose === "hire" ? { organisation: organisation.trim() } : {}
    void setUp.run({ purpose, ...named, ...trimmed(person) })
  }
  return (
    <Door title="What brings you here?" under="Either way you get the other later.">
      <form noValidate onSubmit={send} className="grid gap-6">
        <RadioGroup legend="Start with" options={purposes} value={purpose} onChange={setPurpose} />
        {purpose && (
          <>
            <p className="border-t border-rule-strong pt-3 font-semibold">You, the owner</p>
            {purpose === "hire" && (
              <Field
                label="Organisation"
                help="Candidates read it on their pages."
                error={nameless && organisation.trim() === "" ? "Say who is hiring." : undefined}
              >
                <TextInput
                  autoComplete="organization"
                  maxLength={200}
                  value={organisation}
                  onChange={(event) => setOrganisation(event.target.value)}
                />
              </Field>
            )}
            <PersonFields person={person} onChange={setPerson} errors={shown} />
            {setUp.failure && <FieldError>{setUp.failure}</FieldError>}
            <Button type="submit" variant="primary" wide pending={setUp.pending}>
              {purpose === "hire" ? "Set up and open the first role" : "Set up and practise"}
            </Button>
          </>
        )}
      </form>
    </Door>
  )
}
