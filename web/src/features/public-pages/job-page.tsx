import { useQuery } from "@tanstack/react-query"
import { useParams } from "@tanstack/react-router"
import { ProblemState } from "../../app/index.ts"
import { Link, Loading, Markdown, PageHeader, Section } from "../../ui/index.ts"
import { isBlank } from "./draft.ts"
import { Frame } from "./frame.tsx"
import { LeadLink, standing } from "./lead-link.tsx"
import { placeAndLevel } from "./level-words.ts"
import { openingQuery } from "./public-queries.ts"
import { StageList } from "./stage-list.tsx"
import { keptFor } from "./use-draft.ts"

/** One role: what it is, what lies ahead of who applies, and the way in. */
export function JobPage() {
  const { slug = "" }: { slug?: string } = useParams({ strict: false })
  const role = useQuery(openingQuery(slug))
  const kept = useQuery({
    queryKey: ["public-pages", "kept", slug],
    queryFn: async () => (await keptFor(slug)) ?? null,
    networkMode: "always",
    gcTime: 0,
  })
  if (!role.data)
    return (
      <Frame>
        {role.error ? (
          <ProblemState page error={role.error} retry={() => void role.refetch()}>
            <Link to="/jobs">See the open roles</Link>
          </ProblemState>
        ) : (
          <Loading label="Loading the role" lines={8} />
        )}
      </Frame>
    )
  const { opening, form } = role.data
  const started = kept.data && "draft" in kept.data && !isBlank(kept.data.draft)
  const sent = kept.data && "sent" in kept.data
  return (
    <Frame from={opening.organisation} about={<Link to="/jobs">All open roles</Link>}>
      <PageHeader title={opening.title} under={placeAndLevel(opening)} />
      <div className="grid gap-10">
        <Markdown text={opening.description} />
        {form.stages.length > 0 && (
          <Section title="What lies ahead">
            <StageList stages={form.stages} />
          </Section>
        )}
        <Section title={opening.open ? "Applying" : "Closed"}>
          {opening.open ? (
            <div className="grid gap-4">
              <p className="text-ink-2">
                You need no account. What you write is kept on this device until you send it.
              </p>
              <LeadLink to="/jobs/$slug/apply" params={{ slug }}>
                {sent ? "See what you sent" : started ? "Go on with your application" : "Apply"}
              </LeadLink>
            </div>
          ) : (
            <p className="text-ink-2">This role takes no applications any more.</p>
          )}
          <p className="mt-2">
            <Link to="/jobs/$slug/link" params={{ slug }} className={standing}>
              Applied already? Get a new link to your page
            </Link>
          </p>
        </Section>
        {form.guide !== "" && (
          <Section title="How it works here">
            <Markdown text={form.guide} look="ui" />
          </Section>
        )}
        <p className="text-small text-ink-2">
          If nothing comes of it, all you gave is erased {form.retentionMonths} months after the end, or at
          once when you ask.
        </p>
      </div>
    </Frame>
  )
}
