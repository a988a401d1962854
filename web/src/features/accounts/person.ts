import { Email } from "@backfill/contract"

/** What someone says of themselves when their account is made. */
export type NewPerson = { name: string; email: string; password: string; timeZone: string }
export type PersonErrors = Partial<Record<keyof NewPerson, string>>

const shortest = 10

/** What is still missing, by field and in words; an empty object when it can be sent. */
export function checkPerson(person: NewPerson): PersonErrors {
  const errors: PersonErrors = {}
  if (person.name.trim() === "") errors.name = "Say the name others will see."
  if (!Email.safeParse(person.email.trim()).success)
    errors.email = "Write a whole address, like ada@example.org."
  if (person.password.length < shortest) errors.password = passwordTooShort(person.password)
  return errors
}

/** How far a password is from being long enough. */
export function passwordTooShort(password: string): string {
  const missing = shortest - password.length
  return missing === shortest
    ? `Choose a password of at least ${shortest} characters.`
    : `Add ${missing} more ${missing === 1 ? "character" : "characters"}: ten are the least.`
}

/** The same with the blanks around it gone, as it is sent. */
export function trimmed(person: NewPerson): NewPerson {
  return { ...person, name: person.name.trim(), email: person.email.trim() }
}
