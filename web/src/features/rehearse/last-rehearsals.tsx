import type { Rehearsal, Story } from "@backfill/contract"
import { clockFigures, Link, Section, Time } from "../../ui/index.ts"
import type { Asked } from "../practice/queries.ts"
import { namer } from "./names.ts"

const SHOWN = 4

type LastRehearsalsProps = {
  rehearsals: readonly Rehearsal[]
  stories: readonly Story[]
  questions: readonly Asked[]
}

/** The last few rehearsals, for a page about something else. */
export function LastRehearsals({ rehearsals, stories, questions }: LastRehearsalsProps) {
  const named = namer(stories, questions)
  return (
    <Section
      title={rehearsals.length === 0 ? "Nothing told aloud yet" : "Your last rehearsals"}
      aside={<Link to="/rehearse">{rehearsals.length === 0 ? "Tell the first one" : "Rehearse"}</Link>}
    >
      {rehearsals.length === 0 ? (
        <p className="text-ink-2">
          A story that was never said aloud is longer than it looks. Nobody else hears it.
        </p>
      ) : (
        <ul>
          {rehearsals.slice(0, SHOWN).map(({ recording }) => (
            <li
              key={recording.id}
              className="flex min-h-8 flex-wrap items-center justify-between gap-x-6 border-b border-rule py-1"
            >
              <Link
                to="/rehearse/$recordingId"
                params={{ recordingId: recording.id }}
                look="ink"
                className="[overflow-wrap:anywhere]"
              >
                {named(recording).name}
              </Link>
              <span className="text-small text-ink-2 tabular-nums">
                {recording.durationMs !== null && `${clockFigures(recording.durationMs / 1000)}, `}
                <Time at={recording.createdAt} form="relative" />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
