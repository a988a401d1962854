import { useQuery } from "@tanstack/react-query"
import { useSearch } from "@tanstack/react-router"
import { type FormEvent, useEffect, useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Field, FieldError, Link, PasswordInput, TextInput } from "../../ui/index.ts"
import { Door } from "./door.tsx"
import { doorQuery, safeNext, useEnter } from "./session.ts"

/** The door for everyone with an account; goes on to the page that was asked for. */
export function SignInPage() {
  const search: { next?: unknown } = useSearch({ strict: false })
  const next = safeNext(search.next)
  const door = useQuery(doorQuery)
  const enter = useEnter()
  const [email, setEmail] = useState("")
  const [password, setPassword] = useState("")
  const signIn = useAct(
    (body: { email: string; password: string }, key) => client.accounts.signIn({ body, key }),
    () => enter(next),
  )
  const inside = door.data?.account != null && !signIn.pending
  useEffect(() => {
    if (inside) void enter(next)
  }, [inside])
  const send = (event: FormEvent) => {
    event.preventDefault()
    void signIn.run({ email: email.trim(), password })
  }
  const organisation = door.data?.organisation
  return (
    <Door
      title="Sign in"
      under={organisation && organisation !== "Backfill" ? `To ${organisation}.` : undefined}
    >
      <form onSubmit={send} className="grid gap-5">
        {door.data?.setUpNeeded && (
          <p className="bg-warn-wash p-3">
            Nobody has an account here yet. Open the set-up link that the server printed when it started.
          </p>
        )}
        <Field label="E-mail">
          <TextInput
            type="email"
            autoComplete="username"
            maxLength={254}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <Field label="Password">
          <PasswordInput which="current" value={password} onChange={setPassword} />
        </Field>
        {signIn.failure && <FieldError>{signIn.failure}</FieldError>}
        <Button type="submit" variant="primary" wide pending={signIn.pending}>
          Sign in
        </Button>
        <p className="text-ink-2">
          Lost your password? The owner can make you a link to choose a new one.
          {door.data?.registration === "open" && (
            <>
              {" "}
              New here? <Link to="/register">Register to practise</Link>.
            </>
          )}
        </p>
      </form>
    </Door>
  )
}
