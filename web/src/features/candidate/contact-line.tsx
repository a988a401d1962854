import { Link } from "../../ui/index.ts"

/** Whom to write to, as a mail link where it is an address. */
export function ContactLine({ contact }: { contact: string }) {
  const address = /[^\s<>()]+@[^\s<>()]+\.[^\s<>(),.;]+/.exec(contact)?.[0]
  if (contact.trim() === "") return null
  const [before = "", after = ""] = address ? contact.split(address) : [contact]
  return (
    <p className="text-small break-words text-ink-2">
      {address === contact.trim() ? "Questions? Write to " : before}
      {address && <Link href={`mailto:${address}`}>{address}</Link>}
      {address === contact.trim() ? "." : after}
    </p>
  )
}
