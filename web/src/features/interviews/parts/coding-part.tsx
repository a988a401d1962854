import type { ConsolePart } from "@backfill/contract"
import { Code } from "../../kits/code.tsx"
import { Fold } from "./fold.tsx"

const forms = { "without-ai": "The form without AI", "with-ai": "The form with AI" }

/** A coding test's form and what it begins from; the draft is the panel's to hand over. */
export function CodingPart({ part }: { part: Extract<ConsolePart, { kind: "coding" }> }) {
  const { form, language, starter, suppliedDraft } = part.coding
  return (
    <div className="mt-5 grid gap-4">
      <p className="text-ink-2">
        {forms[form]}. {language}.{part.pair && ` Its other form is “${part.pair}”.`}
      </p>
      <div>
        {starter && (
          <Fold title="The code they start from" note="the candidate has it too">
            <Code text={starter} />
          </Fold>
        )}
        {suppliedDraft && (
          <Fold title="A draft to hand over" note="only where no assistant can be used">
            <Code text={suppliedDraft} />
          </Fold>
        )}
      </div>
    </div>
  )
}
