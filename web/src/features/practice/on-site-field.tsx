import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Field, TextInput } from "../../ui/index.ts"
import { onSiteQuery } from "../readiness/queries.ts"

/** The date to get ready for: set, moved or cleared. */
export function OnSiteField({ onSite, today }: { onSite: string | null; today: string }) {
  const queryClient = useQueryClient()
  const [date, setDate] = useState(onSite ?? "")
  const save = useAct(async (next: string | null, key) => {
    const saved = await client.readiness.saveOnSite({ body: { onSite: next }, key })
    queryClient.setQueryData(onSiteQuery.queryKey, saved)
    setDate(saved.onSite ?? "")
  })
  return (
    <form
      className="flex flex-wrap items-end gap-x-5 gap-y-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (date !== "") void save.run(date)
      }}
    >
      <div className="w-44">
        <Field label="Day of the on-site" optional error={save.failure}>
          <TextInput type="date" min={today} value={date} onChange={(event) => setDate(event.target.value)} />
        </Field>
      </div>
      {date !== (onSite ?? "") && date !== "" && (
        <Button type="submit" pending={save.pending}>
          {onSite === null ? "Plan back from it" : "Move the date"}
        </Button>
      )}
      {onSite !== null && (
        <Button pending={save.pending} onClick={() => void save.run(null)}>
          Clear the date
        </Button>
      )}
    </form>
  )
}
