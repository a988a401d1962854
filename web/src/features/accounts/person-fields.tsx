import { Field, PasswordInput, TextInput } from "../../ui/index.ts"
import { TimeZoneSelect } from "../../ui/time-zone-select.tsx"
import type { NewPerson, PersonErrors } from "./person.ts"

export type PersonFieldsProps = {
  person: NewPerson
  onChange: (person: NewPerson) => void
  errors: PersonErrors
}

/** Name, address, password and time zone of a new account. */
export function PersonFields({ person, onChange, errors }: PersonFieldsProps) {
  const set = (part: Partial<NewPerson>) => onChange({ ...person, ...part })
  return (
    <>
      <Field label="Your name" error={errors.name}>
        <TextInput
          autoComplete="name"
          maxLength={200}
          value={person.name}
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      <Field label="E-mail" error={errors.email} help="You sign in with it.">
        <TextInput
          type="email"
          autoComplete="username"
          maxLength={254}
          value={person.email}
          onChange={(event) => set({ email: event.target.value })}
        />
      </Field>
      <Field
        label="Password"
        error={errors.password}
        help="Ten characters or more; a short sentence is good."
      >
        <PasswordInput which="new" value={person.password} onChange={(password) => set({ password })} />
      </Field>
      <Field label="Time zone" help="Colleagues see it when they plan with you.">
        <TimeZoneSelect value={person.timeZone} onChange={(event) => set({ timeZone: event.target.value })} />
      </Field>
    </>
  )
}
