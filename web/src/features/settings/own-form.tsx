import type { Account } from "@backfill/contract"
import { type FormEvent, useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Field, FieldError, TextInput, useToast } from "../../ui/index.ts"
import { TimeZoneSelect } from "../../ui/time-zone-select.tsx"

/** Your own name and time zone. */
export function OwnForm({ account }: { account: Account }) {
  const toast = useToast()
  const [name, setName] = useState(account.name)
  const [timeZone, setTimeZone] = useState(account.timeZone)
  const save = useAct(
    (body: { name: string; timeZone: string; version: number }, key) =>
      client.accounts.updateOwn({ body, key }),
    () => toast({ message: "Your details are saved." }),
  )
  const nameless = name.trim() === ""
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!nameless) void save.run({ name: name.trim(), timeZone, version: account.version })
  }
  return (
    <form noValidate onSubmit={send} className="grid max-w-measure gap-5">
      <Field label="Name" error={nameless ? "Say the name others will see." : undefined}>
        <TextInput
          autoComplete="name"
          maxLength={200}
          value={name}
          onChange={(e) => setName(e.target.value)}
        />
      </Field>
      <Field label="Time zone" help="Colleagues see it when they plan with you.">
        <TimeZoneSelect value={timeZone} onChange={(event) => setTimeZone(event.target.value)} />
      </Field>
      {save.failure && <FieldError>{save.failure}</FieldError>}
      <Button type="submit" variant="primary" className="justify-self-start" pending={save.pending}>
        Save your details
      </Button>
    </form>
  )
}
