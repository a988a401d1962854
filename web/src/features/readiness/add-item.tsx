import type { ReadinessGroup } from "@backfill/contract"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, Field, TextInput } from "../../ui/index.ts"

/** A line for an item of one's own at the end of a group. */
export function AddItem({ group }: { group: ReadinessGroup }) {
  const [text, setText] = useState("")
  const add = useAct(
    (body: { groupId: string; text: string }, key) => client.readiness.add({ body, key }),
    () => setText(""),
  )
  return (
    <form
      className="flex flex-wrap items-end gap-x-4 gap-y-2 border-t border-rule pt-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== "") void add.run({ groupId: group.id, text: text.trim() })
      }}
    >
      <div className="min-w-0 flex-1 basis-56">
        <Field label={`Your own, under ${group.title}`} optional error={add.failure}>
          <TextInput maxLength={400} value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
      </div>
      <Button type="submit" pending={add.pending} aria-label={`Add under ${group.title}`}>
        Add it
      </Button>
    </form>
  )
}
