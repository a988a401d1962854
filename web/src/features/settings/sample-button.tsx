import { useQuery } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useRef } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, FieldError, Meter, useToast } from "../../ui/index.ts"

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
      {fill.pending && <SampleProgress />}
      {fill.failure && <FieldError>{fill.failure}</FieldError>}
    </div>
  )
}

/** The button stands at the foot of a page: what comes below it is brought into sight. */
function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" })
}

/** How far the filling is. The number at its beginning is taken off, since earlier samples are still there. */
function SampleProgress() {
  const before = useRef<number>(undefined)
  const { data } = useQuery({
    queryKey: ["openings", "sample-progress"],
    queryFn: async () => {
      const answer = await client.openings.sampleProgress()
      before.current ??= answer.applications
      return answer
    },
    refetchInterval: 500,
    gcTime: 0,
  })
  if (!data) return null
  const done = data.applications - (before.current ?? data.applications)
  return (
    <div ref={intoView} className="w-72 max-w-full scroll-mb-8">
      <Meter
        label="Inventing people"
        text={`${done} of ${data.perFilling}`}
        value={done}
        max={data.perFilling}
      />
    </div>
  )
}
