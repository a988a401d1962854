import type { Account } from "@backfill/contract"
import { type FormEvent, useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Field, FieldError, PasswordInput, useToast } from "../../ui/index.ts"

/** A new password; every other device is signed out by it. */
export function PasswordForm({ account }: { account: Account }) {
  const toast = useToast()
  const [current, setCurrent] = useState("")
  const [next, setNext] = useState("")
  const [tried, setTried] = useState(false)
  const save = useAct(
    (body: { password: { current: string; next: string }; version: number }, key) =>
      client.accounts.updateOwn({ body, key }),
    () => {
      setCurrent("")
      setNext("")
      setTried(false)
      toast({ message: "Password changed. Other devices are signed out." })
    },
  )
  const short = next.length < 10
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!short && current !== "") void save.run({ password: { current, next }, version: account.version })
  }
  return (
    <form noValidate onSubmit={send} className="grid max-w-measure gap-5">
      <Field
        label="Current password"
        error={tried && current === "" ? "It is asked once, to be sure it’s you." : undefined}
      >
        <PasswordInput which="current" value={current} onChange={setCurrent} />
      </Field>
      <Field label="New password" error={tried && short ? "Use at least ten characters." : undefined}>
        <PasswordInput which="new" value={next} onChange={setNext} />
      </Field>
      {save.failure && <FieldError>{save.failure}</FieldError>}
      <Button type="submit" className="justify-self-start" pending={save.pending}>
        Change the password
      </Button>
    </form>
  )
}
