import { Link, PageHeader } from "../ui/index.ts"

/** An address that leads nowhere, or to something that is no longer there. */
export function NotFound() {
  return (
    <div className="mx-auto max-w-measure px-5 py-12">
      <PageHeader title="There is nothing at this address" under="It may have moved, or been erased." />
      <Link to="/">Go to your first page</Link>
    </div>
  )
}
