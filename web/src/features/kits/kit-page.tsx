import { useQuery } from "@tanstack/react-query"
import { useParams } from "@tanstack/react-router"
import { ProblemState } from "../../app/index.ts"
import { Link, Loading } from "../../ui/index.ts"
import { Book } from "./book.tsx"
import { kitPage } from "./kit-content.tsx"
import { kitQuery } from "./queries.ts"

/** A kit as it is on disk now. */
export function KitPage() {
  const { kitId = "" }: { kitId?: string } = useParams({ strict: false })
  const kit = useQuery(kitQuery(kitId))
  if (kit.error)
    return (
      <ProblemState page error={kit.error} retry={() => void kit.refetch()}>
        <Link to="/kits">All kits</Link>
      </ProblemState>
    )
  if (!kit.data) return <Loading label="Loading the kit" lines={8} />
  const { data } = kit
  return (
    <Book
      key={data.id}
      kit={data}
      source={{ kind: "kit", kitId }}
      over={<Link to="/kits">Kits</Link>}
      page={(at) => kitPage(data, at)}
    />
  )
}
