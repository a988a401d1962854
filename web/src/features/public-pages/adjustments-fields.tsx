import { ADJUSTMENTS } from "@backfill/contract"
import { Checkbox, Field, TextArea } from "../../ui/index.ts"
import { adjustmentWords } from "./adjustment-words.ts"
import type { Wish } from "./draft.ts"

type AdjustmentsFieldsProps = { wish: Wish; onChange: (wish: Wish) => void; error?: string }

/** What somebody needs to show their work well: a few kinds to tick, and room for words. */
export function AdjustmentsFields({ wish, onChange, error }: AdjustmentsFieldsProps) {
  const tick = (kind: Wish["kinds"][number], on: boolean) =>
    onChange({ ...wish, kinds: ADJUSTMENTS.filter((one) => (one === kind ? on : wish.kinds.includes(one))) })
  return (
    <div className="grid gap-5">
      <fieldset>
        <legend className="mb-1.5 text-ink-2">What would help</legend>
        {ADJUSTMENTS.map((kind) => (
          <Checkbox
            key={kind}
            label={adjustmentWords[kind].label}
            help={adjustmentWords[kind].help}
            checked={wish.kinds.includes(kind)}
            onChange={(event) => tick(kind, event.target.checked)}
            className="border-b border-rule last:border-b-0"
          />
        ))}
      </fieldset>
      <Field
        label="In your words"
        optional
        error={error}
        help="What it takes in practice. You needn’t give a reason."
      >
        <TextArea value={wish.note} onChange={(event) => onChange({ ...wish, note: event.target.value })} />
      </Field>
    </div>
  )
}

/** Who gets to know of a wish, and what it changes. */
export function WhoSeesIt() {
  return (
    <p className="text-ink-2">
      A recruiter reads this and answers you. The people who rate you see how long you have and what is
      arranged, never the reason, and it has no part in the decision.
    </p>
  )
}
