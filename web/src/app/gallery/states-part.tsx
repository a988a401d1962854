import { Button, EmptyState, ErrorState, Link, Loading, Section } from "../../ui/index.ts"

export function StatesPart() {
  return (
    <Section title="Empty, failed, on its way">
      <div className="grid gap-x-12 md:grid-cols-3">
        <EmptyState title="Your interviews will be here" action={<Button>Set when you are free</Button>}>
          As soon as a recruiter puts you on a panel, with the pack to prepare from.
        </EmptyState>
        <ErrorState
          what="The scorecard didn’t reach the server"
          safe="It is kept on this device, notes and all."
          next="Check your connection, then send it again."
          requestId="01JCR7Q9-44"
          retry={() => undefined}
        >
          <Link href="#main">Back to your interviews</Link>
        </ErrorState>
        <div className="py-8">
          <Loading label="Loading openings" />
        </div>
      </div>
    </Section>
  )
}
