import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, FieldError } from "../../ui/index.ts"
import { useLeave } from "../accounts/session.ts"

/** The two ways out: here, or on every device. */
export function SignOut() {
  const leave = useLeave()
  const here = useAct((_: { end: "here" }, key) => client.accounts.signOut({ key }), leave)
  const everywhere = useAct((_: { end: "all" }, key) => client.accounts.signOutEverywhere({ key }), leave)
  const failure = here.failure ?? everywhere.failure
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-x-8 gap-y-1">
        <Button pending={here.pending} onClick={() => void here.run({ end: "here" })}>
          Sign out here
        </Button>
        <Button pending={everywhere.pending} onClick={() => void everywhere.run({ end: "all" })}>
          Sign out on every device
        </Button>
      </div>
      <p className="text-small text-ink-2">
        Notes and recordings not yet sent stay on this device until you sign in again; nobody else who signs
        in here sees or sends them.
      </p>
      {failure && <FieldError>{failure}</FieldError>}
    </div>
  )
}
