import { useNavigate } from "@tanstack/react-router"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, FieldError, useToast } from "../../ui/index.ts"

/** Fills an opening with invented people in every stage, to look around in; then goes there. */
export function SampleButton() {
  const navigate = useNavigate()
  const toast = useToast()
  const fill = useAct(
    (_: { fill: "sample" }, key) => client.openings.sample({ body: {}, key }),
    ({ openingId, applications }) => {
      toast({ message: `${applications} invented applications are in.` })
      return navigate({ to: "/openings/$openingId", params: { openingId } })
    },
  )
  return (
    <div className="grid justify-items-start gap-2">
      <Button pending={fill.pending} onClick={() => void fill.run({ fill: "sample" })}>
        Fill a sample opening
      </Button>
      {fill.pending && (
        <p role="status" className="text-small text-ink-2">
          Inventing people; this takes a few seconds.
        </p>
      )}
      {fill.failure && <FieldError>{fill.failure}</FieldError>}
    </div>
  )
}
