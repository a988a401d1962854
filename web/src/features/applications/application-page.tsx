import type { Application } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { useParams } from "@tanstack/react-router"
import { client } from "../../app/client.ts"
import { ProblemState } from "../../app/index.ts"
import { DefinitionRows, Link, Loading, PageHeader, Section, Time, zoneCity } from "../../ui/index.ts"
import { Adjustments } from "./adjustments.tsx"
import { Exercises } from "./exercises.tsx"
import { GatePart } from "./gate-part.tsx"
import { HumanLook } from "./human-look.tsx"
import { Keeping } from "./keeping.tsx"
import { Materials } from "./materials.tsx"
import { StageLine } from "./stage-line.tsx"
import { awaitedSentence, currentGate, statusWords } from "./status-words.ts"
import { Story } from "./story.tsx"

/** One application: who is awaited, what happens now, and its story in order. */
export function ApplicationPage() {
  const { applicationId = "" }: { applicationId?: string } = useParams({ strict: false })
  const application = useQuery({
    queryKey: ["applications", "one", applicationId],
    queryFn: ({ signal }) => client.applications.read({ params: { applicationId }, signal }),
  })
  if (application.error)
    return (
      <ProblemState page error={application.error} retry={() => void application.refetch()}>
        <Link to="/openings">All openings</Link>
      </ProblemState>
    )
  if (!application.data) return <Loading label="Loading the application" lines={8} />
  return <Filled application={application.data} />
}

function Filled({ application }: { application: Application }) {
  const awaited = awaitedSentence(application)
  const gate = currentGate(application)
  const earlier = application.gates.filter(
    (each) => each !== gate && (each.decision || each.interviews.length > 0),
  )
  const ruled = application.status === "human-look" || application.status === "disqualified"
  return (
    <>
      <PageHeader
        over={
          <>
            <Link to="/openings/$openingId" params={{ openingId: application.openingId }}>
              {application.openingTitle}
            </Link>
            , {application.level}
          </>
        }
        title={application.name}
        under={
          <>
            {statusWords[application.status]}. Applied <Time at={application.submittedAt} form="relative" />.
            {application.blind && " Name hidden while you judge."}
          </>
        }
      />
      <p className="mb-6 max-w-[60rem] border-l-2 border-accent py-1 pl-4 font-serif text-[1.25rem]/7 text-balance">
        {awaited.what}
        {awaited.who.length > 0 && !awaited.who.some((name) => awaited.what.includes(name)) && (
          <span className="text-ink-2"> Awaited: {awaited.who.join(", ")}.</span>
        )}
      </p>
      <StageLine application={application} />
      <div className="grid gap-x-14 gap-y-10 xl:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="grid content-start gap-10">
          {ruled && <HumanLook application={application} />}
          {gate && <GatePart application={application} gate={gate} now />}
          <Section title="Story" note="the latest first">
            <Story applicationId={application.id} />
          </Section>
        </div>
        <div className="grid content-start gap-8">
          {application.contact && (
            <Section title="Contact">
              <Contact contact={application.contact} />
            </Section>
          )}
          <Section title="Handed in" rule={application.contact ? "hair" : "ink"}>
            <Materials application={application} />
          </Section>
          <Exercises application={application} />
          <Adjustments application={application} />
          {earlier.map((each) => (
            <GatePart key={each.stageIndex} application={application} gate={each} now={false} />
          ))}
          <Keeping application={application} />
        </div>
      </div>
    </>
  )
}

function Contact({ contact }: { contact: NonNullable<Application["contact"]> }) {
  return (
    <DefinitionRows
      rows={[
        { term: "E-mail", detail: <Link href={`mailto:${contact.email}`}>{contact.email}</Link> },
        ...(contact.phone ? [{ term: "Phone", detail: contact.phone }] : []),
        { term: "Time zone", detail: zoneCity(contact.timeZone) },
      ]}
    />
  )
}
