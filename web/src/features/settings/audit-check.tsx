import { useQuery } from "@tanstack/react-query"
import { client } from "../../app/client.ts"
import { sentenceFor } from "../../app/use-act.ts"
import { Button, FieldError } from "../../ui/index.ts"

/** Recomputes every chain of the audit log and says whether it is whole. */
export function AuditCheck() {
  const check = useQuery({
    queryKey: ["settings", "audit-verification"],
    queryFn: ({ signal }) => client.system.verifyAudit({ signal }),
    enabled: false,
    gcTime: 0,
  })
  const found = check.data
  return (
    <div className="grid justify-items-start gap-2">
      <p className="max-w-measure text-ink-2">
        Every change of a record is chained to the one before. Checking reads them all and finds any that was
        altered or taken out.
      </p>
      <Button pending={check.isFetching} onClick={() => void check.refetch()}>
        Check the audit log
      </Button>
      <div role="status">
        {found?.ok && !check.isFetching && (
          <p>
            <span className="font-semibold">Whole.</span> {found.entries.toLocaleString("en-GB")} entries,
            each chain unbroken.
          </p>
        )}
        {found && !found.ok && !check.isFetching && (
          <p className="max-w-measure text-warn">
            <span className="font-semibold">Broken</span>
            {found.firstBad &&
              ` first at entry ${found.firstBad.seq} of ${found.firstBad.record} ${found.firstBad.recordId}`}
            . Keep a copy of the database as it is, and compare with a backup from before.
          </p>
        )}
      </div>
      {check.error && <FieldError>{sentenceFor(check.error)}</FieldError>}
    </div>
  )
}
