import type { Mock } from "@backfill/contract"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { client } from "../../app/client.ts"
import { useAccount } from "../../app/index.ts"
import { useAct } from "../../app/use-act.ts"
import { CopyLink } from "../../ui/copy-link.tsx"
import { Button, FieldError, Link, Time } from "../../ui/index.ts"

const isOfThisMachine = (link: string): boolean =>
  ["localhost", "127.0.0.1", "[::1]"].includes(new URL(link).hostname)

type Made = { link: string; expiresAt: string }
/** Where the link lies while this window is open: the server keeps only its hash and can't show it again. */
export const linkKey = (mockId: string) => ["mocks", "link", mockId]

/** The link for the other person: to copy while it is known here, to be made anew afterwards. */
export function LinkPanel({ mock }: { mock: Mock }) {
  const queryClient = useQueryClient()
  const made = useQuery({
    queryKey: linkKey(mock.id),
    queryFn: (): Made | null => queryClient.getQueryData<Made>(linkKey(mock.id)) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
  const make = useAct(
    () => client.mocks.link({ params: { mockId: mock.id } }),
    (link) => queryClient.setQueryData(linkKey(mock.id), link),
  )
  const link = made.data
  const owns = useAccount().roles.includes("owner")
  return (
    <div className="grid gap-6">
      <div className="grid gap-3">
        <p className="text-small text-ink-2">Nobody has joined yet</p>
        <h2 className="lead">
          {link ? "Send this link to the person you practise with" : "Make a link for the other person"}
        </h2>
        <p className="text-ink-2">
          They need an account here and take a seat by opening it. It lets in one person
          {link ? (
            <>
              {" "}
              and works until <Time at={link.expiresAt} form="absolute" />.
            </>
          ) : (
            " and works for three days."
          )}
          {owns && (
            <>
              {" "}
              <Link to="/people">Invite them as a member</Link> if they have no account yet.
            </>
          )}
        </p>
        {link && isOfThisMachine(link.link) && (
          <p>
            The link begins with “localhost”, so it opens on this machine only. For somebody elsewhere, run
            Backfill under an address that they can reach: the setting is BASE_URL.
          </p>
        )}
      </div>
      {link ? (
        <>
          <CopyLink label="Link" link={link.link} />
          <p role="status" className="text-ink-2">
            This page moves on by itself when they join.
          </p>
        </>
      ) : (
        <div className="grid justify-items-start gap-2">
          {mock.linkExpiresAt && (
            <p className="text-ink-2">
              An earlier link can’t be shown again. A new one takes its place, and the earlier one stops
              working.
            </p>
          )}
          <Button variant="primary" pending={make.pending} onClick={() => void make.run(undefined)}>
            Make a link
          </Button>
        </div>
      )}
      {make.failure && <FieldError>{make.failure}</FieldError>}
    </div>
  )
}
