import type { ReadinessItem } from "@backfill/contract"
import { useState } from "react"
import { client } from "../../app/client.ts"
import { useAct } from "../../app/use-act.ts"
import { Button, cx, Field, FieldError, TextInput } from "../../ui/index.ts"
import { useChangeItem } from "./queries.ts"

/** An item while its list is changed: its wording, and what can be done with it. */
export function EditedItem({ item }: { item: ReadinessItem }) {
  const [draft, setDraft] = useState<string>()
  const change = useAct(useChangeItem(), () => setDraft(undefined))
  const remove = useAct((itemId: string, key) => client.readiness.remove({ params: { itemId }, key }))
  const act = (next: Parameters<typeof change.run>[0]["change"]) => void change.run({ item, change: next })
  const failure = change.failure ?? remove.failure
  const pending = change.pending || remove.pending
  return (
    <div className="py-1">
      {draft === undefined ? (
        <p className={cx(item.hidden && "text-ink-3 line-through")}>{item.text}</p>
      ) : (
        <form
          className="grid gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            if (draft.trim() !== "") act({ text: draft.trim() })
          }}
        >
          <Field label="Your wording" labelHidden>
            <TextInput
              autoFocus
              maxLength={400}
              value={draft}
              onChange={(event) => setDraft(event.target.value)}
            />
          </Field>
          <div className="flex flex-wrap gap-x-5">
            <Button type="submit" pending={pending}>
              Save the wording
            </Button>
            <Button onClick={() => setDraft(undefined)}>Leave it</Button>
          </div>
        </form>
      )}
      {draft === undefined && (
        <div className="flex flex-wrap gap-x-5 text-small">
          <Button aria-label={`Reword: ${item.text}`} onClick={() => setDraft(item.text)}>
            Reword
          </Button>
          <Button
            pending={pending}
            aria-label={`${item.hidden ? "Bring back" : "Hide"}: ${item.text}`}
            onClick={() => act({ hidden: !item.hidden })}
          >
            {item.hidden ? "Bring back" : "Hide"}
          </Button>
          {item.shippedText !== null && (
            <Button pending={pending} onClick={() => act({ text: null })}>
              Restore the first wording
            </Button>
          )}
          {item.own && (
            <Button
              variant="danger"
              pending={pending}
              aria-label={`Delete: ${item.text}`}
              onClick={() => void remove.run(item.id)}
            >
              Delete
            </Button>
          )}
        </div>
      )}
      {failure && <FieldError>{failure}</FieldError>}
    </div>
  )
}
