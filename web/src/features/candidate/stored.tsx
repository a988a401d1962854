import type { CandidatePage } from "@backfill/contract"
import { DefinitionRows, readInstant, Section, useNow } from "../../ui/index.ts"
import { ownTimeZone } from "../../ui/time-zone-select.tsx"
import { dateWords } from "./when.ts"

/** What is kept of this person, who can see it, and until when. */
export function Stored({ page }: { page: CandidatePage }) {
  const now = useNow()
  const day = (at: string) => {
    const instant = readInstant(at)
    return instant ? dateWords(instant, now, ownTimeZone()) : at
  }
  const rows = page.stored.map(({ what, at }) => ({
    term: what,
    detail: <span className="whitespace-nowrap">{day(at)}</span>,
  }))
  return (
    <Section title="What we have stored">
      <DefinitionRows figures rows={rows} />
      <p className="mt-3 text-ink-2">
        {page.seenBy === 1 ? "One person here can see this." : `${page.seenBy} people here can see this.`}{" "}
        {page.erasedOn === null
          ? "Once the process has ended, this page says on which day all of it is erased."
          : `All of it is erased on ${day(page.erasedOn)}, sooner if you ask.`}
      </p>
    </Section>
  )
}
