import type { Account } from "@backfill/contract"
import { Button, FootKeys, PageHeader } from "../../ui/index.ts"
import { useKeys } from "../keys/use-keys.tsx"
import { ShellFrame } from "../shell/shell-frame.tsx"
import { FactsPart } from "./facts-part.tsx"

const account: Account = {
  id: "a1",
  name: "Nour Haddad",
  email: "nour@example.org",
  roles: ["owner", "member"],
  timeZone: "Europe/Brussels",
  disabled: false,
  version: 1,
  createdAt: "2026-11-02T09:00:00Z",
}

/** The everyday frame around a page, for someone with both worlds. */
export function ShellSample() {
  useKeys(
    {
      n: { label: "New opening", run: () => undefined },
      "/": { label: "Filter the list", run: () => undefined },
    },
    "Openings",
  )
  return (
    <ShellFrame account={account}>
      <PageHeader
        over="Three openings, 145 candidates"
        title="Ghent has the longest queue: 128 wait, one for 21 days"
        actions={
          <Button variant="primary" keys="n">
            New opening
          </Button>
        }
      />
      <FactsPart />
      <div className="mt-10">
        <FootKeys
          keys={[
            { keys: "n", label: "new opening" },
            { keys: "mod+k", label: "find" },
            { keys: "?", label: "all keys" },
          ]}
        />
      </div>
    </ShellFrame>
  )
}
