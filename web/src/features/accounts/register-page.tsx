import { useQuery } from "@tanstack/react-query"
import type { FormEvent } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, FieldError, Link } from "../../ui/index.ts"
import { Door, SpentLink } from "./door.tsx"
import { type NewPerson, trimmed } from "./person.ts"
import { PersonFields } from "./person-fields.tsx"
import { doorQuery, useEnter } from "./session.ts"
import { usePerson } from "./use-person.ts"

/** An account to practise with, where the owner left registration open. */
export function RegisterPage() {
  const door = useQuery(doorQuery)
  const enter = useEnter()
  const { person, setPerson, shown, check } = usePerson()
  const register = useAct(
    (body: NewPerson, key) => client.accounts.register({ body, key }),
    () => enter("/"),
  )
  if (door.data && door.data.registration !== "open")
    return <SpentLink what="Registration is closed here" next="Ask the owner for an invitation." />
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (check()) void register.run(trimmed(person))
  }
  return (
    <Door title="Register to practise" under="What you write here is yours: nobody who hires can read it.">
      <form noValidate onSubmit={send} className="grid gap-5">
        <PersonFields person={person} onChange={setPerson} errors={shown} />
        {register.failure && <FieldError>{register.failure}</FieldError>}
        <Button type="submit" variant="primary" wide pending={register.pending}>
          Create your account
        </Button>
        <Link to="/sign-in">You have one already: sign in</Link>
      </form>
    </Door>
  )
}
