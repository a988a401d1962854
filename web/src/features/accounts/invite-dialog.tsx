import type { Role } from "@backfill/contract"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Dialog, Field, FieldError, TextInput, Time } from "../../ui/index.ts"
import { CopyLink } from "../../ui/copy-link.tsx"
import { RoleBoxes } from "./role-boxes.tsx"

type Made = { link: string; mailed: boolean; expiresAt: string }

/** Invites someone and shows the link once, to copy, whether or not it was mailed too. */
export function InviteDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [email, setEmail] = useState("")
  const [roles, setRoles] = useState<Role[]>([])
  const [tried, setTried] = useState(false)
  const [made, setMade] = useState<Made>()
  const invite = useAct(
    (body: { email?: string; roles: Role[] }, key) => client.accounts.invite({ body, key }),
    (answer) => setMade(answer),
  )
  const close = () => {
    setEmail("")
    setRoles([])
    setTried(false)
    setMade(undefined)
    invite.reset()
    onClose()
  }
  const send = () => {
    setTried(true)
    const address = email.trim()
    if (roles.length > 0) void invite.run(address === "" ? { roles } : { email: address, roles })
  }
  if (made)
    return (
      <Dialog
        open={open}
        onOpenChange={close}
        title={made.mailed ? "Invitation mailed" : "Pass this link on"}
        description="It works once and is shown only now."
        actions={<Button onClick={close}>Done</Button>}
      >
        <div className="grid gap-4">
          <CopyLink label="Invitation link" link={made.link} />
          <p className="text-small text-ink-2">
            Runs out <Time at={made.expiresAt} />.{" "}
            {made.mailed ? "A copy went out by mail." : "Nothing was mailed."}
          </p>
        </div>
      </Dialog>
    )
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && close()}
      title="Invite someone"
      description="They choose their own name and password."
      actions={
        <>
          <Button variant="primary" pending={invite.pending} onClick={send}>
            Make the invitation
          </Button>
          <Button onClick={close}>Leave it</Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field
          label="E-mail"
          optional
          help="Mailed to it where mail is set up. Without it, you pass the link on yourself."
          error={invite.fieldError("email")}
        >
          <TextInput
            type="email"
            autoComplete="off"
            value={email}
            onChange={(e) => setEmail(e.target.value)}
          />
        </Field>
        <RoleBoxes
          value={roles}
          onChange={setRoles}
          error={tried && roles.length === 0 ? "Choose at least one." : undefined}
        />
        {invite.failure && <FieldError>{invite.failure}</FieldError>}
      </div>
    </Dialog>
  )
}
