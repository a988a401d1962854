import { Link, PageHeader } from "../../ui/index.ts"
import { AskLinkForm } from "../public-pages/ask-link-form.tsx"
import { Frame } from "../public-pages/frame.tsx"
import { standing } from "../public-pages/lead-link.tsx"

/** No way in: the link is spent, or there was none. Offers a new one. */
export function SpentLink({ hadToken }: { hadToken: boolean }) {
  return (
    <Frame>
      <PageHeader
        title={hadToken ? "This link doesn’t open your page any more" : "Your page opens with your own link"}
        under={
          hadToken
            ? "It was replaced by a newer one, or its time has passed. Your application isn’t affected. Have a new link sent to you:"
            : "It stands in the mail we sent you, or where you copied it. Lost it? Have a new one sent to you:"
        }
      />
      <AskLinkForm />
      <p className="mt-8">
        <Link to="/jobs" className={standing}>
          See the open roles
        </Link>
      </p>
    </Frame>
  )
}
