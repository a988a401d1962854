import { useQuery } from "@tanstack/react-query"
import type { FormEvent } from "react"
import { client } from "../../app/client.ts"
import { hasStatus, ProblemState } from "../../app/index.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, FieldError, Loading } from "../../ui/index.ts"
import { Door, SpentLink } from "./door.tsx"
import { useLinkToken } from "./link-token.ts"
import { type NewPerson, trimmed } from "./person.ts"
import { PersonFields } from "./person-fields.tsx"
import { roleOrder, roleWords } from "./roles.ts"
import { useEnter } from "./session.ts"
import { usePerson } from "./use-person.ts"

type Offer = Awaited<ReturnType<typeof client.accounts.viewInvitation>>
const askAnew = "Ask whoever invited you for a new link."

/** Shows what an invitation is for; the account is only made when its owner says so. */
export function InvitationPage() {
  const token = useLinkToken()
  const offer = useQuery({
    queryKey: ["accounts", "invitation", token],
    queryFn: () => client.accounts.viewInvitation({ body: { token: token ?? "" } }),
    enabled: token !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!token) return <SpentLink what="The address is missing its key" next={askAnew} />
  if (hasStatus(offer.error, 410) || hasStatus(offer.error, 404))
    return <SpentLink what="This invitation was used, withdrawn or has run out" next={askAnew} />
  if (offer.error)
    return (
      <Door title="Your invitation">
        <ProblemState error={offer.error} retry={() => void offer.refetch()} />
      </Door>
    )
  if (!offer.data)
    return (
      <Door title="Your invitation">
        <Loading label="Reading your invitation" />
      </Door>
    )
  return <AcceptForm token={token} offer={offer.data} />
}

function AcceptForm({ token, offer }: { token: string; offer: Offer }) {
  const enter = useEnter()
  const { person, setPerson, shown, check } = usePerson({ email: offer.email ?? "" })
  const accept = useAct(
    (body: NewPerson, key) => client.accounts.acceptInvitation({ body: { token, ...body }, key }),
    () => enter("/"),
  )
  if (hasStatus(accept.error, 410))
    return <SpentLink what="This invitation was used, withdrawn or has run out" next={askAnew} />
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (check()) void accept.run(trimmed(person))
  }
  return (
    <Door title={`Join ${offer.organisation}`} under={`${offer.invitedBy} invites you.`}>
      <form noValidate onSubmit={send} className="grid gap-5">
        <dl className="border-y border-rule">
          {roleOrder
            .filter((role) => offer.roles.includes(role))
            .map((role) => (
              <div key={role} className="border-b border-rule py-2 last:border-b-0">
                <dt className="font-semibold">{roleWords[role].name}</dt>
                <dd className="text-small text-ink-2">{roleWords[role].does}</dd>
              </div>
            ))}
        </dl>
        <PersonFields person={person} onChange={setPerson} errors={shown} />
        {accept.failure && <FieldError>{accept.failure}</FieldError>}
        <Button type="submit" variant="primary" wide pending={accept.pending}>
          Accept and create your account
        </Button>
      </form>
    </Door>
  )
}
