import type { Account, Opening, Role } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { client } from "../../app/client.ts"
import { ProblemState } from "../../app/index.ts"
import { useAct } from "../../app/use-act.ts"
import { useBeside } from "../../app/use-beside.ts"
import { Button, Checkbox, FieldError, Link, Loading, Section, useToast } from "../../ui/index.ts"
import { OtherVersion } from "../../ui/other-version.tsx"
import { peopleQuery } from "./queries.ts"

type Group = keyof Opening["team"]
type Team = Record<Group, string[]>

const groups: ReadonlyArray<{ id: Group; role: Role; title: string; note: string }> = [
  { id: "recruiters", role: "recruiter", title: "Recruiters", note: "run the applications" },
  { id: "hiringManagers", role: "hiring-manager", title: "Hiring managers", note: "plan and decide" },
  { id: "interviewers", role: "interviewer", title: "Interviewers", note: "see only what they rate" },
]

/** Who works on this opening, by what they do in it. */
export function TeamTab({ opening, manages }: { opening: Opening; manages: boolean }) {
  if (manages) return <TeamForm opening={opening} />
  return (
    <div className="grid gap-8 md:grid-cols-3">
      {groups.map((group) => (
        <Section key={group.id} title={group.title}>
          {opening.team[group.id].map((person) => (
            <p key={person.id} className="py-1">
              {person.name}
            </p>
          ))}
          {opening.team[group.id].length === 0 && <p className="text-ink-2">Nobody yet.</p>}
        </Section>
      ))}
    </div>
  )
}

function TeamForm({ opening }: { opening: Opening }) {
  const toast = useToast()
  const people = useQuery(peopleQuery)
  const form = useBeside(idsOf(opening), opening.version)
  const { values: team, theirs } = form
  const save = useAct(
    (body: Team & { version: number }, key) =>
      client.openings.saveTeam({ params: { openingId: opening.id }, body, key }),
    (saved) => {
      form.settle(idsOf(saved), saved.version)
      toast({ message: "Team saved." })
    },
  )
  if (people.error) return <ProblemState error={people.error} retry={() => void people.refetch()} />
  if (!people.data) return <Loading label="Loading people" />
  const accounts = people.data.items
  const toggle = (group: Group, id: string, on: boolean) =>
    form.change({ [group]: (on ? [...team[group], id] : team[group].filter((each) => each !== id)).sort() })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save.run({ ...team, version: form.version })
      }}
    >
      <div className="grid gap-x-10 gap-y-8 md:grid-cols-3">
        {groups.map((group) => (
          <Section key={group.id} title={group.title} note={group.note}>
            {eligible(accounts, group.role, team[group.id]).map((account) => (
              <Checkbox
                key={account.id}
                label={account.name}
                checked={team[group.id].includes(account.id)}
                onChange={(event) => toggle(group.id, account.id, event.target.checked)}
              />
            ))}
            {eligible(accounts, group.role, team[group.id]).length === 0 && (
              <p className="text-ink-2">
                Nobody has this role. <Link to="/people">Invite someone</Link>
              </p>
            )}
          </Section>
        ))}
      </div>
      <div className="mt-8 grid justify-items-start gap-2">
        {theirs ? (
          <OtherVersion
            told="A colleague changed the team while you were choosing."
            onKeep={form.keepMine}
            onTake={form.takeTheirs}
          >
            {groups.map((group) => (
              <p key={group.id}>
                {group.title}: {opening.team[group.id].map(({ name }) => name).join(", ") || "nobody"}
              </p>
            ))}
          </OtherVersion>
        ) : (
          save.failure && <FieldError>{save.failure}</FieldError>
        )}
        <Button
          type="submit"
          variant="primary"
          pending={save.pending}
          why={theirs && "Choose one of the two versions first."}
        >
          Save the team
        </Button>
      </div>
    </form>
  )
}

/** The team as ids, in an order of its own, so that the same people compare as the same team. */
function idsOf({ team }: Opening): Team {
  const ids = (group: Group) => team[group].map(({ id }) => id).sort()
  return {
    recruiters: ids("recruiters"),
    hiringManagers: ids("hiringManagers"),
    interviewers: ids("interviewers"),
  }
}

/** Those with the role who can sign in, and whoever is in the team already. */
function eligible(accounts: ReadonlyArray<Account>, role: Role, chosen: ReadonlyArray<string>): Account[] {
  return accounts.filter(
    (account) => chosen.includes(account.id) || (account.roles.includes(role) && !account.disabled),
  )
}
