import { RECOMMENDATIONS } from "@backfill/contract"
import { Field, RadioGroup, TextArea } from "../../ui/index.ts"
import type { CardDraft, CardProblem, Verdict as Choice } from "./card-draft.ts"
import { verdictWords } from "./verdict-words.ts"

type VerdictProps = {
  draft: CardDraft
  problems: ReadonlyArray<CardProblem>
  onChange: (part: Partial<CardDraft>) => void
  legend?: string
  /** What makes a good reason here. */
  help?: string
}

/** The end of a card: what one recommends, and why in a sentence. */
export function Verdict(props: VerdictProps) {
  const { draft, problems, onChange } = props
  const { legend = "On all you heard in this round, would you hire them at this level?" } = props
  const { help = "Name what you heard, not how they seemed." } = props
  const own = problems.filter(({ itemId }) => itemId === undefined)
  return (
    <div className="grid max-w-measure gap-6">
      <RadioGroup<Choice>
        legend={legend}
        help="It stands beside the scores and is never averaged with them."
        options={RECOMMENDATIONS.map((value) => ({ value, label: verdictWords(value) }))}
        value={draft.recommendation ?? undefined}
        onChange={(recommendation) => onChange({ recommendation })}
        error={draft.recommendation === null ? own[0]?.message : undefined}
      />
      <Field
        label="Why, in a sentence"
        help={help}
        error={draft.recommendation !== null || own.length > 1 ? own.at(-1)?.message : undefined}
      >
        <TextArea
          prose
          rows={2}
          maxLength={4000}
          value={draft.reason}
          onChange={(event) => onChange({ reason: event.target.value })}
        />
      </Field>
    </div>
  )
}
