import type { Attempt, CandidatePage } from "@backfill/contract"
import { addressOf, api } from "@backfill/contract"
import { DefinitionRows, Link, readInstant, Section, Time, useNow } from "../../ui/index.ts"
import { ownTimeZone } from "../../ui/time-zone-select.tsx"
import { LeadLink } from "../public-pages/lead-link.tsx"
import { AnotherTime } from "./another-time.tsx"
import { leadAttempt } from "./attempt-words.ts"
import { durationWords, otherZoneWords } from "./when.ts"

type Next = NonNullable<CandidatePage["next"]>

/** What comes next: what it is, when in the reader's zone, how long, with whom, where, and how to prepare. */
export function NextStep({ next, attempts }: { next: Next; attempts: ReadonlyArray<Attempt> }) {
  const now = useNow()
  const { interviewId, minutes, withPeople, where, startsAt } = next
  const own = interviewId === null
  const attempt = leadAttempt(attempts, next.title)
  const running = own && attempt?.state === "running"
  const opened =
    own && attempt !== undefined && (startsAt === null || Date.parse(startsAt) <= now.epochMilliseconds)
  const rows = [
    running
      ? attempt.deadline !== null && { term: "Until", detail: <Time at={attempt.deadline} /> }
      : opened
        ? { term: "When", detail: "Whenever suits you" }
        : startsAt !== null && {
            term: own ? "Opens" : "When",
            detail: <When at={startsAt} zone={next.timeZone} />,
          },
    minutes !== null && { term: "Length", detail: durationWords(minutes) },
    withPeople.length > 0 && { term: "With", detail: new Intl.ListFormat("en-GB").format(withPeople) },
    where.trim() !== "" && { term: "Where", detail: <Where where={where.trim()} /> },
    own &&
      attempt?.preparation &&
      attempt.preparation.minutes > 0 && {
        term: "Before",
        detail: `About ${durationWords(attempt.preparation.minutes)} with the preparation pack`,
      },
  ].filter((row) => row !== false && row !== null && row !== undefined)
  return (
    <Section title={own && !attempt ? "Where you are" : "Your next step"}>
      <p className="font-semibold">{next.title}</p>
      {next.summary !== "" && <p className="read mt-1">{next.summary}</p>}
      <div className="mt-3 mb-5">
        <DefinitionRows rows={rows} />
      </div>
      {attempt && (own || attempt.preparation) && (
        <LeadLink to="/c/exercises/$attemptId" params={{ attemptId: attempt.id }}>
          {attempt.state === "running"
            ? `Go on with “${attempt.title}”`
            : attempt.preparation
              ? own
                ? "Open the preparation pack"
                : `Prepare for “${attempt.title}”`
              : `Open “${attempt.title}”`}
        </LeadLink>
      )}
      {interviewId !== null && (
        <div className="mt-2 flex flex-wrap items-center justify-between gap-x-6">
          <Link
            href={addressOf(api.candidate.calendar, { interviewId })}
            download
            className="inline-flex min-h-(--control) items-center"
          >
            Add it to your calendar
          </Link>
          <AnotherTime interviewId={interviewId} />
        </div>
      )}
    </Section>
  )
}

function When({ at, zone }: { at: string; zone: string }) {
  const instant = readInstant(at)
  const there = instant && otherZoneWords(instant, ownTimeZone(), zone)
  return (
    <>
      <Time at={at} />
      {there && <span className="block text-small text-ink-2">In the zone you gave us: {there}.</span>}
    </>
  )
}

function Where({ where }: { where: string }) {
  return /^https?:\/\/\S+$/.test(where) ? (
    <Link href={where} className="break-all">
      {where}
    </Link>
  ) : (
    <span className="break-words whitespace-pre-line">{where}</span>
  )
}
