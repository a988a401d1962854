import type { ConsolePart } from "@backfill/contract"
import { Markdown } from "../../../ui/index.ts"
import { Prose } from "../../kits/part.tsx"
import { factsOf } from "./facts.ts"
import { FactFinder } from "./fact-finder.tsx"
import { Fold, Group } from "./fold.tsx"
import type { InHand } from "./in-hand.ts"
import { phaseAt, phasesOf } from "./phases.ts"
import { ToldMark } from "./told-mark.tsx"

type Design = Extract<ConsolePart, { kind: "design" }>["design"]

/** A customer's facts, what to look for in the part under way, and the menu of deep dives; estimate and design folded. */
export function DesignPart({ design, hand }: { design: Design; hand: InHand }) {
  const { itemId, minutes, state, spent, field, onMark, onLeaveSearch } = hand
  const phases = phasesOf(design, minutes)
  const now = phases[Math.min(phaseAt(phases, spent), phases.length - 1)]
  const chosen = state.cued.get(itemId)
  return (
    <>
      {now && (
        <div className="mt-6 grid max-w-measure gap-x-6 gap-y-2 border-l border-edge pl-4">
          <p className="text-small text-ink-2">Look for now: {now.title.toLowerCase()}</p>
          <p className="read text-[1rem]/6">{now.strong}</p>
          <p className="read text-[1rem]/6 text-ink-2">
            <span className="text-ink-3">Weak: </span>
            {now.weak}
          </p>
        </div>
      )}
      <FactFinder
        title="What the customer answers when asked"
        facts={factsOf({ kind: "design", design })}
        told={state.told.get(itemId)}
        field={field}
        onTell={(index) => onMark("tell", index)}
        onLeave={onLeaveSearch}
      />
      <div className="mt-6 grid gap-5">
        <Group title="Deep dives" note="choose two, the same for every candidate">
          {design.deepDives.map(({ title, ask, listenFor }, at) => (
            <div key={title} className="flex items-start gap-2">
              <div className="min-w-0 flex-1">
                <Fold title={title} open={chosen?.has(at + 1) ?? false}>
                  <div>
                    <Prose>{ask}</Prose>
                    <Prose quiet>{listenFor}</Prose>
                  </div>
                </Fold>
              </div>
              <ToldMark
                label={`Chosen: ${title}`}
                word="choose"
                at={chosen?.get(at + 1)}
                onPress={() => onMark("cue", at + 1)}
              />
            </div>
          ))}
        </Group>
        <div>
          <Fold title="Expected estimate">
            <Markdown text={design.estimate} />
          </Fold>
          <Fold title="Through the hour" note="strong and weak in every part">
            {phases.map(({ title, strong, weak }) => (
              <div key={title}>
                <p className="font-semibold">{title}</p>
                <Prose>{strong}</Prose>
                <Prose quiet>Weak: {weak}</Prose>
              </div>
            ))}
          </Fold>
          <Fold title="One good design" note="not the only one">
            <Markdown text={design.referenceDesign} />
          </Fold>
        </div>
      </div>
    </>
  )
}
