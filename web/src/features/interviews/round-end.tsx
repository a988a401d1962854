import { Button, clockFigures } from "../../ui/index.ts"
import { ButtonLink } from "../../ui/button-link.tsx"
import { leftOut, type Place, type RoundState, secondsAt } from "./round-state.ts"

type RoundEndProps = {
  interviewId: string
  places: ReadonlyArray<Place>
  state: RoundState
  lines: number
  submitted: boolean
  onGoOn: () => void
}

/** After the round: what was asked, what wasn't, and the way to the scorecard. */
export function RoundEnd({ interviewId, places, state, lines, submitted, onGoOn }: RoundEndProps) {
  const items = places.filter((place) => place.kind === "item")
  const missed = leftOut(state, places, state.endedAt ?? 0)
  const asked = items.length - missed.length
  return (
    <div>
      <p className="text-small text-ink-2">The round is over</p>
      <h2 className="lead mt-2">
        {asked} of {items.length} asked in {clockFigures(state.endedAt ?? 0)}, {lines}{" "}
        {lines === 1 ? "line" : "lines"} of notes
      </h2>
      <ul className="mt-6 max-w-measure border-t border-rule">
        {items.map((place) => (
          <li key={place.id} className="flex justify-between gap-6 border-b border-rule py-2">
            <span>{place.title}</span>
            <span className="text-ink-2">
              {missed.includes(place)
                ? state.skipped.has(place.id)
                  ? "skipped"
                  : "not come to"
                : `${clockFigures(secondsAt(state, place.id, state.endedAt ?? 0))} of ${Math.round(place.minutes)} min`}
            </span>
          </li>
        ))}
      </ul>
      {missed.length > 0 && (
        <p className="mt-3 max-w-measure text-small text-ink-2">
          What wasn’t asked is recorded with the round, and can be left as not assessed on the card.
        </p>
      )}
      <p className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-2">
        <ButtonLink to={`/interviews/${interviewId}/scorecard`}>
          {submitted ? "Read your scorecard" : "Fill in the scorecard"}
        </ButtonLink>
        <Button onClick={onGoOn}>Go on with the round</Button>
      </p>
    </div>
  )
}
