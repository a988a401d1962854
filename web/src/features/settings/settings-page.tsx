import { useQuery } from "@tanstack/react-query"
import { client } from "../../app/client.ts"
import { ProblemState, useAccount } from "../../app/index.ts"
import { Link, Loading, PageHeader, Section } from "../../ui/index.ts"
import { doorQuery } from "../accounts/session.ts"
import { AuditCheck } from "./audit-check.tsx"
import { InstallationForm } from "./installation-form.tsx"
import { OwnForm } from "./own-form.tsx"
import { PasswordForm } from "./password-form.tsx"
import { RetentionList } from "./retention-list.tsx"
import { SampleButton } from "./sample-button.tsx"
import { SignOut } from "./sign-out.tsx"

/** Your own account first; below it, for the owner, the installation. */
export function SettingsPage() {
  const isOwner = useAccount().roles.includes("owner")
  const door = useQuery(doorQuery)
  const account = door.data?.account
  return (
    <>
      <PageHeader title="Settings" under={account?.email} />
      {door.error && <ProblemState error={door.error} retry={() => void door.refetch()} />}
      {!account && !door.error && <Loading label="Loading your details" />}
      {account && (
        <div className="grid gap-x-16 gap-y-10 xl:grid-cols-2">
          <div className="grid content-start gap-10">
            <Section title="You">
              <OwnForm account={account} />
            </Section>
            <Section title="Password" rule="hair">
              <PasswordForm account={account} />
            </Section>
            <Section title="Sign out" rule="hair">
              <SignOut />
            </Section>
          </div>
          {isOwner && <OwnerPart hiring={door.data?.hiring ?? false} />}
        </div>
      )}
    </>
  )
}

function OwnerPart({ hiring }: { hiring: boolean }) {
  const settings = useQuery({
    queryKey: ["settings", "installation"],
    queryFn: ({ signal }) => client.accounts.settings({ signal }),
  })
  return (
    <div className="grid content-start gap-10">
      <Section title="This installation" note="for the owner">
        {settings.error ? (
          <ProblemState error={settings.error} retry={() => void settings.refetch()} />
        ) : settings.data ? (
          <InstallationForm saved={settings.data} />
        ) : (
          <Loading label="Loading the settings" />
        )}
      </Section>
      <Section title="People" rule="hair">
        <p>
          Invite others by link and choose what they may do: <Link to="/people">People</Link>
        </p>
      </Section>
      {hiring && (
        <Section title="Due for erasure" note="a dry run: looking erases nothing" rule="hair">
          <RetentionList />
        </Section>
      )}
      <Section title="Audit log" rule="hair">
        <AuditCheck />
      </Section>
      {hiring && (
        <Section title="Look around with invented people" rule="hair">
          <SampleButton />
        </Section>
      )}
    </div>
  )
}
