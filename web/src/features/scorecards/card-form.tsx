import type { Attempt } from "@backfill/contract"
import { useState } from "react"
import { useKeys } from "../../app/index.ts"
import { Button, ConfirmDialog, FieldError, FootKeys } from "../../ui/index.ts"
import { type CardProblem, problemsOf } from "./card-draft.ts"
import { CardItem } from "./card-item.tsx"
import { CardProgress } from "./card-progress.tsx"
import type { Judged, Offer } from "./judged.ts"
import { AmendDialog } from "./amend-dialog.tsx"
import { SaveLine } from "./save-line.tsx"
import { TwoCards } from "./two-cards.tsx"
import type { CardWork } from "./use-card.ts"
import { Verdict } from "./verdict.tsx"

type CardFormProps = {
  work: CardWork
  items: ReadonlyArray<Judged>
  offersFor: (itemId: string) => ReadonlyArray<Offer>
  handInFor: (itemId: string) => Attempt | undefined
  /** Called when the card was taken, or its amendment given up. */
  onLeave: () => void
}

/** A card one item at a time, the verdict last. The same form fills in a draft and amends a submitted card. */
export function CardForm({ work, items, offersFor, handInFor, onLeave }: CardFormProps) {
  const { draft, problems, submitted } = work
  const [at, setAt] = useState(0)
  const [asking, setAsking] = useState(false)
  const item = items[at]
  const go = (to: number) => {
    setAt(Math.max(0, Math.min(items.length, to)))
    window.scrollTo({ top: 0 })
  }
  const review = () => {
    if (work.theirs) return
    const found = problemsOf(
      draft,
      items.map(({ id }) => id),
    )
    work.setProblems(found)
    if (found.length > 0) return go(placeOf(found, items))
    setAsking(true)
  }
  const why = work.theirs && !item ? "Choose one of the two versions first." : undefined
  const act = item ? () => go(at + 1) : review
  const score = (value: number) => item && work.changeEntry(item.id, { score: value })
  useKeys(
    {
      ...Object.fromEntries(
        [1, 2, 3, 4, 5].map((value) => [
          `${value}`,
          { label: `Choose anchor ${value}`, run: () => score(value) },
        ]),
      ),
      "0": {
        label: "Not assessed",
        run: () => item && work.changeEntry(item.id, { score: "not", evidence: [] }),
      },
      j: { label: "Next item", run: () => go(at + 1) },
      k: { label: "Previous item", run: () => go(at - 1) },
      "mod+enter": { label: "Next item, at the end submit", run: act, whileTyping: true },
    },
    "Scorecard",
  )
  return (
    <div className="grid gap-8">
      <CardProgress items={items} draft={draft} problems={problems} at={at} onGo={go} />
      {item ? (
        <CardItem
          key={item.id}
          item={item}
          entry={draft.entries[item.id]}
          offers={offersFor(item.id)}
          attempt={handInFor(item.id)}
          problem={problems.find(({ itemId }) => itemId === item.id)}
          onChange={(part) => work.changeEntry(item.id, part)}
        />
      ) : (
        <Verdict
          draft={draft}
          problems={problems}
          onChange={(part) => {
            work.setProblems(problems.filter(({ itemId }) => itemId !== undefined))
            work.change(part)
          }}
        />
      )}
      <TwoCards work={work} items={items} />
      {work.failure && !work.theirs && <FieldError>{work.failure}</FieldError>}
      <div className="sticky bottom-0 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-rule bg-paper py-3">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Button variant="primary" keys="mod+enter" pending={work.pending} why={why} onClick={act}>
            {item
              ? at === items.length - 1
                ? "Go to the verdict"
                : "Next item"
              : submitted
                ? "Submit amendment"
                : "Submit scorecard"}
          </Button>
          {at > 0 && <Button onClick={() => go(at - 1)}>Back</Button>}
          {submitted && <Button onClick={() => (work.reset(), onLeave())}>Leave it as it was</Button>}
        </div>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
          <span className="max-sm:hidden">
            <FootKeys
              keys={[
                { keys: "1–5", label: "anchor" },
                { keys: "0", label: "not assessed" },
                { keys: "j", label: "next" },
              ]}
            />
          </span>
          {!submitted && <SaveLine state={work.save} />}
        </div>
      </div>
      {submitted ? (
        <AmendDialog open={asking} onOpenChange={setAsking} work={work} items={items} onDone={onLeave} />
      ) : (
        <ConfirmDialog
          open={asking}
          onOpenChange={setAsking}
          title="Submit your scorecard?"
          consequence="Your notes, ticks and scores stay sealed from others until the debrief opens. After submitting you can only amend the card, and the original stays beside the amendment."
          confirm="Submit scorecard"
          cancel="Keep working on it"
          onConfirm={async () => {
            if (await work.submit()) onLeave()
          }}
        />
      )}
    </div>
  )
}

/** The step where the first problem is mended. */
function placeOf(problems: ReadonlyArray<CardProblem>, items: ReadonlyArray<Judged>): number {
  const at = items.findIndex(({ id }) => id === problems[0]?.itemId)
  return at < 0 ? items.length : at
}
