import { useState } from "react"
import { ownTimeZone } from "../../ui/time-zone-select.tsx"
import { checkPerson, type NewPerson, type PersonErrors } from "./person.ts"

/** The fields of a new account and what is wrong with them once somebody tried to send. */
export function usePerson(start: Partial<NewPerson> = {}) {
  const [person, setPerson] = useState<NewPerson>({
    name: "",
    email: "",
    password: "",
    timeZone: ownTimeZone(),
    ...start,
  })
  const [tried, setTried] = useState(false)
  const errors = checkPerson(person)
  const shown: PersonErrors = tried ? errors : {}
  /** Whether it can be sent; from now on faults are shown. */
  const check = () => {
    setTried(true)
    return Object.keys(errors).length === 0
  }
  return { person, setPerson, shown, check }
}
