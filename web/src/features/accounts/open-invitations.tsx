import type { Invitation } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { client } from "../../app/client.ts"
import { ProblemState } from "../../app/index.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, FieldError, Loading, Section, Table, Time } from "../../ui/index.ts"
import { rolesInWords } from "./roles.ts"

/** Invitations nobody has used yet, each of which can be called back. */
export function OpenInvitations() {
  const invitations = useQuery({
    queryKey: ["accounts", "invitations"],
    queryFn: ({ signal }) => client.accounts.invitations({ signal }),
  })
  const revoke = useAct((invitationId: string, key) =>
    client.accounts.revokeInvitation({ params: { invitationId }, key }),
  )
  if (invitations.error)
    return <ProblemState error={invitations.error} retry={() => void invitations.refetch()} />
  if (!invitations.data) return <Loading label="Loading open invitations" lines={2} />
  return (
    <Section title="Open invitations" note="links are shown once; make a new one if one got lost">
      <Table<Invitation>
        stacks
        caption="Open invitations"
        rows={invitations.data.items}
        rowKey={(row) => row.id}
        density="tall"
        empty="Nobody is on the way in."
        columns={[
          { id: "who", head: "For", names: true, cell: (row) => row.email ?? "Whoever has the link" },
          { id: "roles", head: "Roles", cell: (row) => rolesInWords(row.roles) },
          { id: "by", head: "Invited by", cell: (row) => row.invitedBy },
          { id: "until", head: "Runs out", cell: (row) => <Time at={row.expiresAt} form="relative" /> },
          {
            id: "act",
            head: <span className="sr-only">Actions</span>,
            className: "text-right",
            cell: (row) => (
              <Button variant="danger" pending={revoke.pending} onClick={() => void revoke.run(row.id)}>
                Revoke
              </Button>
            ),
          },
        ]}
      />
      {revoke.failure && <FieldError>{revoke.failure}</FieldError>}
    </Section>
  )
}
