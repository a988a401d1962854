import type { Place } from "./round-state.ts"

const words = {
  opening: {
    title: "Welcome them and say how the time will go.",
    detail:
      "Who you are, how long it takes, that you will be typing notes, and that their own questions come at the end.",
  },
  closing: {
    title: "The rest of the time is theirs: what would they like to know?",
    detail:
      "Say what happens next and when they will hear. Answers to their questions don’t count for or against them.",
  },
}

/** The stretch before the first question, or after the last. */
export function StretchPage({ place }: { place: Place }) {
  const { title, detail } = words[place.kind === "closing" ? "closing" : "opening"]
  return (
    <>
      <p className="text-small text-ink-2">
        {place.title}, {Math.round(place.minutes)} min
      </p>
      <h2 className="lead mt-2 max-w-[26em]">{title}</h2>
      <p className="read mt-4 max-w-measure text-ink-2">{detail}</p>
    </>
  )
}
