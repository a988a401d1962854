import { STORY_KINDS, type StoryDraft } from "@backfill/contract"
import { useDeferredValue, useMemo } from "react"
import { Button, Checkbox } from "../../ui/index.ts"
import { hearsBadHour } from "./suggest.ts"
import { KIND_WORDS } from "./themes.ts"

export type StoryFactsProps = { draft: StoryDraft; onChange: (part: Partial<StoryDraft>) => void }

/** Of the six kinds an inventory needs, those that this story is; and whether it breaks at a bad hour. */
export function StoryFacts({ draft, onChange }: StoryFactsProps) {
  const settled = useDeferredValue(draft.text)
  const heard = useMemo(() => hearsBadHour(settled), [settled])
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-x-8">
        {STORY_KINDS.map((kind) => (
          <Checkbox
            key={kind}
            label={KIND_WORDS[kind].replace(/^an? /, "").replace(/^./, (letter) => letter.toUpperCase())}
            checked={draft.kinds.includes(kind)}
            onChange={(event) =>
              onChange({
                kinds: STORY_KINDS.filter((each) =>
                  each === kind ? event.target.checked : draft.kinds.includes(each),
                ),
              })
            }
          />
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-x-5">
        <Checkbox
          label="Something breaks at a bad hour"
          checked={draft.badHour}
          onChange={(event) => onChange({ badHour: event.target.checked })}
        />
        {heard && !draft.badHour && (
          <span className="text-ink-2">
            It reads as if it did. <Button onClick={() => onChange({ badHour: true })}>Mark it</Button>
          </span>
        )}
      </div>
    </div>
  )
}
