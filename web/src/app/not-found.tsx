import { Link, PageHeader } from "../ui/index.ts"
import { useSession } from "./account.tsx"
import { Main } from "./shell/main.tsx"
import { ShellFrame } from "./shell/shell-frame.tsx"

/** What a page shows when the thing it is about isn't there, or not any more. */
export function NotFound() {
  return (
    <div className="max-w-measure py-6">
      <PageHeader title="There is nothing at this address" under="It may have moved, or been erased." />
      <Link to="/">Go to your first page</Link>
    </div>
  )
}

/** The same for an address no page answers to: with the rail for someone signed in, without for anyone else. */
export function AddressNotFound() {
  const { data: account } = useSession()
  if (account) {
    return (
      <ShellFrame account={account}>
        <NotFound />
      </ShellFrame>
    )
  }
  return (
    <Main className="mx-auto max-w-measure px-5 py-6">
      <NotFound />
    </Main>
  )
}
