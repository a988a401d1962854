import type { CandidatePage as Page } from "@backfill/contract"
import { useState } from "react"
import { hasStatus, ProblemState } from "../../app/index.ts"
import { Loading, PageHeader, Section, Timeline, useNow } from "../../ui/index.ts"
import { ownTimeZone } from "../../ui/time-zone-select.tsx"
import { Frame } from "../public-pages/frame.tsx"
import { Adjustments } from "./adjustments.tsx"
import { Certificate, type ErasureCertificate } from "./certificate.tsx"
import { ContactLine } from "./contact-line.tsx"
import { Exercises } from "./exercises.tsx"
import { HumanLook } from "./human-look.tsx"
import { NextStep } from "./next-step.tsx"
import { useLive, useOwnPage } from "./own-page.ts"
import { SpentLink } from "./spent-link.tsx"
import { hasEnded, timelineSteps } from "./steps.ts"
import { Stored } from "./stored.tsx"
import { Yours } from "./yours.tsx"

/** The candidate's own page: where things stand, what comes next, what is kept, what they may decide. */
export function CandidatePage() {
  const { page, error, retry, hadToken } = useOwnPage()
  const [certificate, setCertificate] = useState<ErasureCertificate>()
  useLive(page !== undefined && certificate === undefined)
  if (certificate) return <Certificate certificate={certificate} />
  if (page) return <Own page={page} onErased={setCertificate} />
  if ([401, 404, 410, 422].some((status) => hasStatus(error, status)))
    return <SpentLink hadToken={hadToken} />
  return (
    <Frame>
      {error ? (
        <ProblemState page error={error} retry={retry} />
      ) : (
        <Loading label="Opening your page" lines={8} />
      )}
    </Frame>
  )
}

function Own({ page, onErased }: { page: Page; onErased: (certificate: ErasureCertificate) => void }) {
  const now = useNow()
  const ended = hasEnded(page.status)
  return (
    <Frame from={page.organisation} about={[page.title, page.location].filter(Boolean).join(", ")}>
      <PageHeader title={page.headline} under={<span className="read">{page.explanation}</span>} />
      <Timeline label="Where things stand" steps={timelineSteps(page, now, ownTimeZone())} />
      <div className="mt-10 grid gap-10">
        {(page.status === "disqualified" || page.status === "human-look") && <HumanLook page={page} />}
        {page.next && !ended && <NextStep next={page.next} attempts={page.attempts} />}
        {page.attempts.length > 0 && <Exercises attempts={page.attempts} ended={ended} />}
        {page.judgedOn.length > 0 && !ended && (
          <JudgedOn lines={page.judgedOn} people={page.next?.withPeople ?? []} />
        )}
        {!ended && <Adjustments adjustments={page.adjustments} />}
        {page.status !== "erased" && (
          <>
            <Stored page={page} />
            <Yours ended={ended} onErased={onErased} />
          </>
        )}
        <ContactLine contact={page.contact} />
      </div>
    </Frame>
  )
}

function JudgedOn({ lines, people }: { lines: ReadonlyArray<string>; people: ReadonlyArray<string> }) {
  return (
    <Section title="How it’s judged">
      <ul className="read grid gap-1.5">
        {lines.map((line) => (
          <li key={line} className="relative pl-6">
            <span aria-hidden="true" className="absolute left-0 text-ink-3">
              –
            </span>
            {line}
          </li>
        ))}
      </ul>
      <p className="mt-3 text-ink-2">
        {people.length > 1 ? "Each of them compares" : "Whoever rates you compares"} what you did with
        descriptions written beforehand, the same for everybody, and settles on a rating alone before anyone
        talks about it. No software scores or ranks you.
      </p>
    </Section>
  )
}
