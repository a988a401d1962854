import type { Account, Role } from "@backfill/contract"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Dialog, FieldError, Time, useToast } from "../../ui/index.ts"
import { CopyLink } from "../../ui/copy-link.tsx"
import { RoleBoxes } from "./role-boxes.tsx"

type Change = { roles?: Role[]; disabled?: boolean; version: number }

/** One account, for the owner: roles, a reset link, and the door closed or open. */
export function AccountDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const toast = useToast()
  const [roles, setRoles] = useState<Role[]>(account.roles)
  const [link, setLink] = useState<{ link: string; expiresAt: string }>()
  const change = useAct(
    (body: Change, key) => client.accounts.update({ params: { accountId: account.id }, body, key }),
    (answer) => {
      toast({ message: `${answer.name}: saved.` })
      onClose()
    },
  )
  const reset = useAct(
    (_: { make: "reset-link" }, key) => client.accounts.resetLink({ params: { accountId: account.id }, key }),
    (answer) => setLink(answer),
  )
  const { version } = account
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={account.name}
      description={account.email}
      actions={
        <>
          <Button
            variant="primary"
            pending={change.pending}
            why={roles.length === 0 ? "At least one role is needed." : undefined}
            onClick={() => void change.run({ roles, version })}
          >
            Save roles
          </Button>
          <Button onClick={onClose}>Leave it</Button>
        </>
      }
    >
      <div className="grid gap-5">
        <RoleBoxes value={roles} onChange={setRoles} />
        <div className="grid justify-items-start gap-2 border-t border-rule pt-3">
          {link ? (
            <div className="w-full">
              <CopyLink quiet label="Link to choose a new password" link={link.link} />
              <p className="pt-2 text-small text-ink-2">
                Works once, runs out <Time at={link.expiresAt} />.
              </p>
            </div>
          ) : (
            <Button pending={reset.pending} onClick={() => void reset.run({ make: "reset-link" })}>
              Make a link to choose a new password
            </Button>
          )}
          {account.disabled ? (
            <Button pending={change.pending} onClick={() => void change.run({ disabled: false, version })}>
              Let {account.name} in again
            </Button>
          ) : (
            <>
              <Button
                variant="danger"
                pending={change.pending}
                onClick={() => void change.run({ disabled: true, version })}
              >
                Disable this account
              </Button>
              <p className="text-small text-ink-2">
                Signs them out everywhere at once. Their notes and cards stay; you can let them in again.
              </p>
            </>
          )}
        </div>
        {(change.failure ?? reset.failure) && <FieldError>{change.failure ?? reset.failure}</FieldError>}
      </div>
    </Dialog>
  )
}
