import { type FormEvent, useState } from "react"
import { client } from "../../app/client.ts"
import { hasStatus } from "../../app/index.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Field, FieldError, PasswordInput } from "../../ui/index.ts"
import { Door, SpentLink } from "./door.tsx"
import { useLinkToken } from "./link-token.ts"
import { passwordTooShort } from "./person.ts"
import { useEnter } from "./session.ts"

/** A new password, by the link the owner made. */
export function ResetPage() {
  const token = useLinkToken()
  const enter = useEnter()
  const [password, setPassword] = useState("")
  const [tried, setTried] = useState(false)
  const reset = useAct(
    (body: { token: string; password: string }, key) => client.accounts.resetPassword({ body, key }),
    () => enter("/"),
  )
  const askAnew = "Ask the owner for a new one. Your old password still works if you remember it."
  if (!token) return <SpentLink what="The address is missing its key" next={askAnew} />
  if (hasStatus(reset.error, 410))
    return <SpentLink what="This link was used, replaced or has run out" next={askAnew} />
  const short = password.length < 10
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!short) void reset.run({ token, password })
  }
  return (
    <Door
      title="Choose a new password"
      under="Afterwards you are signed in here, and signed out everywhere else."
    >
      <form noValidate onSubmit={send} className="grid gap-5">
        <Field
          label="New password"
          help="Ten characters or more; a short sentence is good."
          error={tried && short ? passwordTooShort(password) : undefined}
        >
          <PasswordInput which="new" value={password} onChange={setPassword} />
        </Field>
        {reset.failure && <FieldError>{reset.failure}</FieldError>}
        <Button type="submit" variant="primary" wide pending={reset.pending}>
          Save it and sign in
        </Button>
      </form>
    </Door>
  )
}
