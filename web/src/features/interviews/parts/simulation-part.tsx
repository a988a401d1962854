import type { ConsolePart } from "@backfill/contract"
import { Dashes, Prose } from "../../kits/part.tsx"
import { factsOf } from "./facts.ts"
import { FactFinder } from "./fact-finder.tsx"
import { Fold, Group } from "./fold.tsx"
import type { InHand } from "./in-hand.ts"

type SimulationPartProps = { part: Extract<ConsolePart, { kind: "simulation" }>; hand: InHand }

/** The partner's script: facts first, since a question has to be answered at once; who one is, folded. */
export function SimulationPart({ part, hand }: SimulationPartProps) {
  const { roles, motivation, constraints, forms } = part.simulation
  const { itemId, state, field, onMark, onLeaveSearch } = hand
  return (
    <>
      <FactFinder
        title="Facts, told only when asked"
        facts={factsOf(part)}
        told={state.told.get(itemId)}
        beside
        field={field}
        onTell={(index) => onMark("tell", index)}
        onLeave={onLeaveSearch}
      />
      <div className="mt-6 grid gap-5">
        <Group title="What can’t be changed">
          <Dashes lines={constraints} />
        </Group>
        <div>
          <Fold title="Whom you play" open={!state.started}>
            <Prose>{roles.interviewer}</Prose>
            <Prose>{motivation}</Prose>
            <Prose quiet>The candidate: {roles.candidate}</Prose>
          </Fold>
          <Fold title="As a conversation" note={`${forms.discovery.minutes} min`}>
            <Prose>{forms.discovery.task}</Prose>
            <Prose quiet>{forms.discovery.decidedBy}</Prose>
          </Fold>
          {forms.handsOn && (
            <Fold title="Hands on" note={`${forms.handsOn.minutes} min`}>
              <Prose>{forms.handsOn.task}</Prose>
              <Prose quiet>{forms.handsOn.decidedBy}</Prose>
            </Fold>
          )}
        </div>
      </div>
    </>
  )
}
