import { useQuery } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Field, FieldError, Select, TextInput } from "../../ui/index.ts"
import { openingsQuery } from "./public-queries.ts"
import { deviceShelf } from "./shelf.ts"

/** Where this device remembers which role was last applied to from it. */
export const lastRole = "last-role"

type AskLinkFormProps = {
  /** The role it is about; left out, the person says which. */
  slug?: string
}

/** Has a new link to one's own page mailed. Says the same whether or not the address is known. */
export function AskLinkForm({ slug }: AskLinkFormProps) {
  const openings = useQuery({ ...openingsQuery, enabled: slug === undefined })
  const remembered = useQuery({
    queryKey: ["public-pages", "last-role"],
    queryFn: async () => (await deviceShelf.read(lastRole)) ?? null,
    networkMode: "always",
    enabled: slug === undefined,
  })
  const [email, setEmail] = useState("")
  const [chosen, setChosen] = useState<string>()
  const [asked, setAsked] = useState(false)
  const ask = useAct((body: { email: string; slug: string }, key) =>
    client.publicPages.resendLink({ body, key }),
  )
  const [sentTo, setSentTo] = useState<string>()

  const options = (openings.data?.items ?? []).map(({ slug, title, location }) => ({
    value: slug,
    label: `${title}, ${location}`,
  }))
  const last = typeof remembered.data === "string" ? remembered.data : undefined
  if (last !== undefined && !options.some(({ value }) => value === last))
    options.unshift({ value: last, label: "The role last applied to from this device" })
  const role = slug ?? chosen ?? last ?? (options.length === 1 ? options[0]?.value : undefined) ?? ""
  const faults = {
    email: /^\S+@\S+\.\S+$/.test(email.trim()) ? undefined : "Write the address you applied with.",
    role: role === "" ? "Choose the role you applied for." : undefined,
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (faults.email || faults.role) return
    if (await ask.run({ email: email.trim(), slug: role })) setSentTo(email.trim())
  }
  if (sentTo !== undefined)
    return (
      <div role="status" className="grid gap-3">
        <p className="read break-words">If {sentTo} belongs to an application here, a link is on its way.</p>
        <p className="text-ink-2">
          It can take a few minutes; look among unwanted mail too. Nothing there? Then it was another address
          or another role, or this site can’t send mail. Write to the people you were in touch with.
        </p>
        <Button className="justify-self-start" onClick={() => setSentTo(undefined)}>
          Try another address
        </Button>
      </div>
    )
  return (
    <form noValidate onSubmit={(event) => void send(event)} className="grid gap-5">
      <Field label="E-mail you applied with" error={asked ? faults.email : undefined}>
        <TextInput
          type="email"
          autoComplete="email"
          maxLength={254}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      {slug === undefined && (
        <Field label="Role" error={asked ? faults.role : undefined}>
          <Select
            placeholder="Choose the role"
            options={options}
            value={role}
            onChange={(event) => setChosen(event.target.value)}
          />
        </Field>
      )}
      {ask.failure && <FieldError>{ask.failure}</FieldError>}
      <Button type="submit" variant="primary" wide pending={ask.pending}>
        Send me a new link
      </Button>
    </form>
  )
}
