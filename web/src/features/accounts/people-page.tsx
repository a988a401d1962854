import type { Account } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { ProblemState, useAccount, useKeys } from "../../app/index.ts"
import { Button, Loading, PageHeader, Table, zoneCity } from "../../ui/index.ts"
import { AccountDialog } from "./account-dialog.tsx"
import { InviteDialog } from "./invite-dialog.tsx"
import { OpenInvitations } from "./open-invitations.tsx"
import { rolesInWords } from "./roles.ts"

/** Everyone with an account. The owner invites and changes; others see who is who. */
export function PeoplePage() {
  const isOwner = useAccount().roles.includes("owner")
  const people = useQuery({
    queryKey: ["accounts", "list"],
    queryFn: ({ signal }) => client.accounts.list({ signal }),
  })
  const [inviting, setInviting] = useState(false)
  const [chosenId, setChosenId] = useState<string>()
  useKeys(isOwner ? { i: { label: "Invite someone", run: () => setInviting(true) } } : {})
  const items = people.data?.items
  const chosen = items?.find((account) => account.id === chosenId)
  const active = items?.filter((account) => !account.disabled).length
  return (
    <>
      <PageHeader
        title="People"
        under={active === undefined ? undefined : countInWords(active, isOwner)}
        actions={
          isOwner && (
            <Button variant="primary" keys="i" onClick={() => setInviting(true)}>
              Invite someone
            </Button>
          )
        }
      />
      {people.error ? (
        <ProblemState error={people.error} retry={() => void people.refetch()} />
      ) : items ? (
        <PeopleTable items={items} onChoose={isOwner ? setChosenId : undefined} />
      ) : (
        <Loading label="Loading people" />
      )}
      {isOwner && (
        <div className="mt-12">
          <OpenInvitations />
        </div>
      )}
      <InviteDialog open={inviting} onClose={() => setInviting(false)} />
      {chosen && <AccountDialog key={chosen.id} account={chosen} onClose={() => setChosenId(undefined)} />}
    </>
  )
}

function countInWords(active: number, isOwner: boolean): string {
  if (active > 1) return `${active} can sign in.`
  return isOwner ? "Only you so far. Invite the people who interview with you." : "One can sign in."
}

function PeopleTable({ items, onChoose }: { items: Account[]; onChoose?: (id: string) => void }) {
  return (
    <Table<Account>
      stacks
      caption="People with an account"
      rows={items}
      rowKey={(row) => row.id}
      density={onChoose ? "tall" : "work"}
      columns={[
        {
          id: "name",
          head: "Name",
          names: true,
          cell: (row) => (
            <span className={row.disabled ? "text-ink-3 line-through" : undefined}>{row.name}</span>
          ),
        },
        { id: "email", head: "E-mail", cell: (row) => <span className="text-ink-2">{row.email}</span> },
        { id: "roles", head: "Roles", cell: (row) => (row.disabled ? "Disabled" : rolesInWords(row.roles)) },
        { id: "zone", head: "Time zone", cell: (row) => zoneCity(row.timeZone) },
        ...(onChoose
          ? [
              {
                id: "act",
                head: <span className="sr-only">Actions</span>,
                className: "text-right",
                cell: (row: Account) => (
                  <Button aria-label={`Change ${row.name}`} onClick={() => onChoose(row.id)}>
                    Change
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
