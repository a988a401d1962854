import { useQuery } from "@tanstack/react-query"
import { useParams } from "@tanstack/react-router"
import { Link, PageHeader } from "../../ui/index.ts"
import { AskLinkForm } from "./ask-link-form.tsx"
import { Frame } from "./frame.tsx"
import { standing } from "./lead-link.tsx"
import { openingQuery } from "./public-queries.ts"

/** A new link to one's own page, for who lost the first. Works also when the role itself can't be read any more. */
export function LinkPage() {
  const { slug = "" }: { slug?: string } = useParams({ strict: false })
  const role = useQuery(openingQuery(slug))
  return (
    <Frame from={role.data?.opening.organisation} about={role.data?.opening.title}>
      <PageHeader
        title="A new link to your page"
        under="Your page shows where your application stands. Links you got before keep working until they expire."
      />
      <AskLinkForm slug={slug} />
      <p className="mt-6">
        <Link to="/jobs/$slug" params={{ slug }} className={standing}>
          Back to the role
        </Link>
      </p>
    </Frame>
  )
}
